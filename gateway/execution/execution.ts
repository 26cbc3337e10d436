import { setImmediate } from 'node:timers/promises';
import { operationFromDocument } from '@apollo/federation-internals';
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { operationId } from '../../schema/operations';
import { requestRefusal } from '../errors/request-refusal';
import type { GatewayContext } from '../gateway-context';
import { compileOperation } from './compile-operation';
import type { Executed } from './executed';
import { incomingRequest } from './incoming-request';
import type { PlannedGraph } from './planned-graph';
import type { PreparedOperation } from './prepared-operation';
import { PreparedOperations } from './prepared-operations';
import { pageOperation } from './slices';

export type { Executed } from './executed';
export type { PreparedOperation } from './prepared-operation';

/** What every operation weighs beside its texts, in characters: its syntax tree, its selections, its shape. */
const smallest = 4_000;

export interface ExecuteOptions {
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

/**
 * Plans operations over one supergraph, once each, and executes them: by the compiled executor where it knows the plan,
 * else by Apollo's over the same departments.
 */
export class Execution {
  readonly #prepared: PreparedOperations;

  constructor(
    private readonly graph: PlannedGraph,
    keptCharacters?: number,
  ) {
    this.#prepared = new PreparedOperations(keptCharacters);
  }

  /** As clients see it. */
  get schema(): GraphQLSchema {
    return this.graph.schema;
  }

  /** How many operations are kept with their plans. */
  get preparedCount(): number {
    return this.#prepared.count;
  }

  /**
   * Plans an operation of a valid document, or finds the plan that was made before.
   * @param hash of the document's text, SHA-256 in hexadecimal digits, as `operationId` gives it.
   * @throws GraphQLError where the document has no such operation, or the planner does not take it.
   */
  prepare(document: DocumentNode, operationName: string | undefined, hash: string): PreparedOperation {
    const operation = this.#operation(document, operationName);
    const key = keyOf(operation, hash);
    const known = this.#prepared.get(key);
    if (known) return known;
    const prepared = this.#plan(document, operation);
    this.#prepared.keep(key, prepared);
    return prepared;
  }

  /**
   * Plans published documents before anybody asks them, and keeps them for good. In between it lets others go on: a
   * document takes up to a quarter of a second. Ends where it is where `signal` is aborted.
   */
  async warm(bodies: Iterable<string>, signal?: AbortSignal): Promise<void> {
    for (const body of bodies) {
      await setImmediate();
      if (signal?.aborted) return;
      const document = parse(body);
      const operation = this.#operation(document, undefined);
      const key = keyOf(operation, operationId(body));
      this.#prepared.publish(key, this.#prepared.get(key) ?? this.#plan(document, operation));
    }
  }

  /** Rejects where the plan does not fit what departments answered; what fails in a department is an error of the answer. */
  async execute(prepared: PreparedOperation, options: ExecuteOptions): Promise<Executed> {
    const { operation, page } = prepared;
    const { variables, context } = options;
    const coerced = getVariableValues(this.graph.schema, operation.variableDefinitions ?? [], variables);
    if (coerced.errors) return { errors: coerced.errors.map(badUserInput) };
    const { giveWay } = context;
    const slices = giveWay ? page?.slices(variables) : null;
    if (!giveWay || !page || !slices) return this.#executeAtOnce(prepared, options);
    const parts: Executed[] = [];
    for (const slice of slices) {
      await giveWay();
      parts.push(await this.#executeAtOnce(prepared, { variables: slice, context }));
    }
    return page.whole(parts);
  }

  async #executeAtOnce(
    { document, plan, compiled }: PreparedOperation,
    { variables, context }: ExecuteOptions,
  ): Promise<Executed> {
    const { schema, apiSchema, supergraphSchema, dataSources } = this.graph;
    const incoming = incomingRequest({ document, variables, context });
    if (compiled) return compiled({ data: {}, errors: [], variables, context, incoming });
    const operationContext = buildOperationContext({ schema, operationDocument: document });
    return executeQueryPlan(plan, dataSources, incoming, operationContext, supergraphSchema, apiSchema);
  }

  #operation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
    const operation = getOperationAST(document, name);
    if (!operation) throw requestRefusal('OPERATION_RESOLUTION_FAILURE');
    return operation;
  }

  #plan(whole: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    const { planner, apiSchema } = this.graph;
    const document = {
      ...whole,
      definitions: whole.definitions.filter(
        (node) => node === operation || node.kind === Kind.FRAGMENT_DEFINITION,
      ),
    };
    const planned = operationFromDocument(apiSchema, document);
    const plan = planner.buildQueryPlan(planned);
    return {
      document,
      operation,
      plan,
      page: pageOperation(document),
      compiled: compileOperation(document, planned, plan, this.graph),
      size: smallest + JSON.stringify(plan).length + (whole.loc?.end ?? 0),
    };
  }
}

function keyOf({ name }: OperationDefinitionNode, hash: string): string {
  return `${hash} ${name?.value ?? ''}`;
}

/** The code that clients know of values that are not of their variables' types. */
function badUserInput({ message, nodes, originalError }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    originalError: originalError ?? null,
    extensions: { code: 'BAD_USER_INPUT' },
  });
}
