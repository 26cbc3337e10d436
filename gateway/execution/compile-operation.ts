import type { Operation } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { Kind, visit, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { compilePlan } from './compile-plan';
import type { Executed } from './executed';
import { flagsOf, type Flags } from './flags';
import type { Told } from './merge-answer';
import type { PlannedGraph } from './planned-graph';
import { isPlainName } from './response-names';
import type { Running } from './running';
import { shapeOf, unfit, type Shape } from './shape';
import { shapedByApollo } from './shape-by-apollo';

/** Executes an operation: asks departments by its plan, and shapes what they answered. */
export type CompiledOperation = (running: Running) => Promise<Executed>;

/** Values of its flags that an operation is kept shaped for; there are two to the power of their number. */
const keptShapes = 16;

/**
 * Compiles an operation with its plan; null where it asks for the schema, uses names that mean something else, or is
 * planned in a way that only Apollo's executor knows. `document` holds the operation alone with its fragments.
 */
export function compileOperation(
  document: DocumentNode,
  operation: Operation,
  { node: plan }: QueryPlan,
  graph: PlannedGraph,
): CompiledOperation | null {
  if (!plan || plan.kind === 'Subscription' || operation.rootKind !== 'query' || !isPlain(document))
    return null;
  const ask = compilePlan(plan, operation, graph);
  if (!ask) return null;
  const shape = compileShapes(document, operation);
  return async (running) => {
    await ask(running);
    return shape(running);
  };
}

function compileShapes(document: DocumentNode, operation: Operation): (running: Running) => Executed {
  const readFlags = flagsOf(document, operation);
  const shapes = new LRUCache<string, Shape>({ max: keptShapes });
  const shapeFor = (flags: Flags): Shape => {
    const key = [...flags.values()].join();
    const shape = shapes.get(key) ?? shapeOf(operation, flags);
    shapes.set(key, shape);
    return shape;
  };
  return (running) => {
    const flags = readFlags(running.variables);
    if (!flags) return shapedByApollo(operation, running);
    try {
      const data = shapeFor(flags)(running.data) as Told;
      return running.errors.length > 0 ? { errors: running.errors, data } : { data };
    } catch (error) {
      if (error !== unfit) throw error;
      return shapedByApollo(operation, running);
    }
  };
}

/** Whether no field asks for the schema, and none is called what an object already has a meaning for. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    [Kind.FIELD]: ({ name, alias }) => {
      if (name.value === '__schema' || name.value === '__type') plain = false;
      if (!isPlainName(alias?.value ?? name.value)) plain = false;
    },
  });
  return plain;
}
