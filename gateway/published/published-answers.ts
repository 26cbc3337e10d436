import { getVariableValues, Kind, parse, type OperationDefinitionNode } from 'graphql';
import type { OperationManifest, PublishedOperation } from '../../schema/operations';
import { clientError } from '../errors/client-error';
import type { Executed, Execution, PreparedOperation } from '../execution/execution';
import type { GatewayContext } from '../gateway-context';
import type { GraphqlRequest } from '../limits/graphql-request';
import { RequestCourse, type Answer, type CourseOptions } from '../request/course';
import { readOperation, type ReadOperation } from '../request/read-operation';
import { Waves, type WaveSettings } from './waves';

export interface PublishedOptions {
  readonly documents: OperationManifest;
  readonly execution: Execution;
  readonly course: CourseOptions;
  readonly waves: WaveSettings;
}

/**
 * Answers a question by a published query the short way, through the same course as any other. Null where it is no such
 * question, or would be refused: then Apollo Server has to take it, which tells of all that can be wrong.
 */
export type AnswerPublished = (question: GraphqlRequest, context: GatewayContext) => Promise<Answer | null>;

/** A published query with all that follows from its text. */
interface PublishedQuery {
  readonly document: PublishedOperation;
  readonly node: OperationDefinitionNode;
  readonly read: ReadOperation;
  readonly prepared: PreparedOperation;
  readonly waves: Waves;
}

export function publishedAnswers(options: PublishedOptions): AnswerPublished {
  const { documents, execution, course } = options;
  const queries = documents.operations.filter(({ type }) => type === 'query');
  const byText = new Map(queries.map((document) => [document.body, document]));
  const known = new Map<string, PublishedQuery>();
  const queryOf = (text: string): PublishedQuery | undefined => {
    const document = byText.get(text);
    if (!document) return undefined;
    const query = known.get(text) ?? publishedQuery(document, options);
    known.set(text, query);
    return query;
  };
  return async ({ query: text, operationName, variables = {} }, context) => {
    const query = queryOf(text);
    if (!query || !isRecord(variables)) return null;
    const { id, name } = query.document;
    if (operationName !== undefined && operationName !== name) return null;
    const values = getVariableValues(execution.schema, query.node.variableDefinitions ?? [], variables);
    if (values.errors) return null;
    const way = new RequestCourse(course, context);
    const isRefused = await way.begin(query.read, variables).then(
      () => false,
      () => true,
    );
    if (isRefused) return null;
    way.ask();
    const answer = await query.waves
      .ride(() => execution.execute(query.prepared, { variables, context }))
      .then(answerOf, (error: unknown) => failure(error, context));
    await way.end({ operationName: name, documentHash: id }, answer);
    return answer;
  };
}

function answerOf({ errors, ...result }: Executed): Answer {
  const told = errors ? { errors: errors.map((error) => clientError(error.toJSON())) } : {};
  return { result: { ...told, ...result }, http: { headers: new Map() } };
}

/** What departments answered does not fit the plan. */
function failure(error: unknown, { logger }: GatewayContext): Answer {
  logger.error({ reason: (error as Error).name }, 'operation failed');
  const code = 'INTERNAL_SERVER_ERROR';
  return {
    result: { errors: [clientError({ message: '', extensions: { code } })] },
    http: { status: 500, headers: new Map() },
  };
}

function publishedQuery(
  document: PublishedOperation,
  { execution, course, waves }: PublishedOptions,
): PublishedQuery {
  const parsed = parse(document.body);
  const node = parsed.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (node?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a published document has an operation');
  return {
    document,
    node,
    read: readOperation(node, parsed, execution.schema, course.access),
    prepared: execution.prepare(parsed, document.name, document.id),
    waves: new Waves(waves),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
