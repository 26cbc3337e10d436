import type { Operation } from '@apollo/federation-internals';
import { evaluateCondition, type FetchNode, type PlanNode } from '@apollo/query-planner';
import { OperationTypeNode } from 'graphql';
import { compileFetch } from './compile-fetch';
import { placesOf } from './places';
import type { PlannedGraph } from './planned-graph';
import type { CompileContext, Step } from './step';

/** Compiles a plan; null where it holds anything that only Apollo's executor knows, and mutations are all left to it. */
export function compilePlan(plan: PlanNode, operation: Operation, graph: PlannedGraph): Step | null {
  return compileStep(plan, { graph, operation, places: placesOf(plan) });
}

function compileStep(node: PlanNode, context: CompileContext): Step | null {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes, context);
    case 'Parallel':
      return parallel(node.nodes, context);
    case 'Condition':
      return condition(node, context);
    case 'Flatten':
      return node.node.kind === 'Fetch' ? fetch(node.node, node.path.map(String), context) : null;
    case 'Fetch':
      return fetch(node, [], context);
    default:
      return null;
  }
}

function sequence(nodes: readonly PlanNode[], context: CompileContext): Step | null {
  const steps = allSteps(nodes, context);
  if (!steps) return null;
  return async (running) => {
    for (const step of steps) await step(running);
  };
}

function parallel(nodes: readonly PlanNode[], context: CompileContext): Step | null {
  const steps = allSteps(nodes, context);
  if (!steps) return null;
  return async (running) => {
    await Promise.all(steps.map((step) => step(running)));
  };
}

function condition(
  node: Extract<PlanNode, { readonly kind: 'Condition' }>,
  context: CompileContext,
): Step | null {
  const { variableDefinitions } = context.operation;
  const branches = [node.ifClause, node.elseClause].map((branch) =>
    branch ? compileStep(branch, context) : nothing,
  );
  const [fulfilled, otherwise] = branches;
  if (!fulfilled || !otherwise) return null;
  return async (running) =>
    evaluateCondition(node, variableDefinitions, running.variables) ? fulfilled(running) : otherwise(running);
}

function fetch(node: FetchNode, path: readonly string[], context: CompileContext): Step | null {
  const isKnown =
    node.operationKind === OperationTypeNode.QUERY && path.length > 0 === Boolean(node.requires);
  return isKnown ? compileFetch(node, path, context) : null;
}

function allSteps(nodes: readonly PlanNode[], context: CompileContext): readonly Step[] | null {
  const steps = nodes.flatMap((node) => compileStep(node, context) ?? []);
  return steps.length === nodes.length ? steps : null;
}

const nothing: Step = () => Promise.resolve();
