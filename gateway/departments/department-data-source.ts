import type { GraphQLDataSource } from '@apollo/gateway';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { isCallerGone } from '../../schema/wire/caller-gone';
import { errorCatalogue, isErrorCode, type ErrorCode } from '../../schema/wire/error-catalogue';
import { detailsOf } from '../../schema/wire/error-details';
import type { Department, DepartmentRequest } from '../../schema/wire/graphql-exchange';
import { DeadlineExceeded, within } from '../../schema/wire/within';
import type { GatewayContext } from '../gateway-context';
import { DepartmentFailure } from './department-failure';
import { departmentShare } from './department-share';
import type { EntityVariables } from './entities';
import type { FailureLog } from './failure-log';
import { standInAnswer } from './stand-in-answer';
import { watchedFetches, type WatchedFetch } from './watched-fetch';

export interface DataSourceOptions {
  readonly name: string;
  readonly department: Department;
  readonly schema: GraphQLSchema;
  /** Whether it answers for registries: what it says of a page of entities then counts whole or not at all. */
  readonly keepsRegistries: boolean;
  /** Whether its answers count only where they are complete by its schema: what came over a network may be anything. */
  readonly checksAnswers: boolean;
  readonly deadlineMs: number;
  readonly failures: FailureLog;
  readonly clock: () => Date;
}

const longestNumber = 40;

/**
 * Asks one department for Apollo's executor, and notes whom it asked about and what it told. Where it fails, runs
 * late or answers with errors, entities are answered in its place as UNAVAILABLE and the errors say so; a failed
 * root field stays null. Where it keeps no registry, errors that only tell why a field of an entity is null go on
 * with the answer: the other entities of the page are none the worse. Once the caller has gone, nobody is asked any
 * more, and whoever is being asked is not waited for; only a mutation that was begun is, for its entry tells of it.
 */
export function departmentDataSource(options: DataSourceOptions): GraphQLDataSource<GatewayContext> {
  const watched = watchedFetches(options.schema);
  return {
    async process({ request, context, ...rest }) {
      const { touched, signal } = context as GatewayContext;
      const { query, variables = {} } = request as DepartmentRequest;
      const fetch = watched(query, 'document' in rest ? rest.document : undefined);
      if (signal.aborted) return inItsPlace(options, 'CALLER_GONE', fetch.document, variables);
      const { households, persons, askedPersons } = fetch.askedAbout(variables);
      for (const id of households) touched.household(id);
      for (const id of persons) touched.person(id);
      for (const id of askedPersons) touched.askedPerson(id);
      const answer = await ask(
        options,
        { ...fetch, variables, cases: households },
        context as GatewayContext,
      );
      const failed = isCallerGone(signal) ? 'CALLER_GONE' : 'DEPARTMENT_UNAVAILABLE';
      const told = counts(options, answer, variables)
        ? answer
        : inItsPlace(options, failed, fetch.document, variables);
      if (told.data) fetch.noteToldAbout(told.data, variables, touched);
      return { data: told.data, ...(told.errors.length > 0 ? { errors: told.errors } : {}) };
    },
  };
}

/** Whether an answer goes on as it is: one about registries has to be whole. */
function counts(
  { keepsRegistries }: DataSourceOptions,
  answer: Outcome,
  { representations }: EntityVariables,
): boolean {
  if (answer.errors.length === 0 || !representations) return true;
  return !keepsRegistries && tellsItsNulls(answer);
}

/** What stands for an answer that is not there. */
function inItsPlace(
  { name, schema }: DataSourceOptions,
  code: ErrorCode,
  document: DocumentNode,
  variables: EntityVariables,
): Outcome {
  if (!variables.representations) return { data: null, errors: [departmentError(code, name)] };
  return {
    data: standInAnswer(schema, document, variables) ?? null,
    errors: variables.representations.map((_, index) => departmentError(code, name, ['_entities', index])),
  };
}

/** A fetch with its values and the households that it is about. */
interface Question extends Pick<WatchedFetch, 'query' | 'document' | 'completeAnswer'> {
  readonly variables: EntityVariables;
  readonly cases: readonly string[];
}

/** What a department answered, or the error that stands for its failure. */
interface Outcome {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** It never rejects. */
async function ask(
  { name, department, checksAnswers, deadlineMs, failures, clock }: DataSourceOptions,
  { query, document, completeAnswer, variables, cases }: Question,
  { call, deadline, signal, logger }: GatewayContext,
): Promise<Outcome> {
  const until = Math.min(Date.now() + deadlineMs, deadline);
  const budgetMs = Math.max(1, Math.floor((until - Date.now()) * departmentShare));
  const abort = new AbortController();
  const giveUp = (): void => abort.abort(signal.reason);
  if (!isMutation(document)) signal.addEventListener('abort', giveUp);
  try {
    const asking = { ...call, cases: [...new Set(cases)].filter(mayExist), budgetMs };
    const execution = department.execute({ query, variables }, asking, abort.signal);
    const { data, errors = [] } = await within(until, execution, abort.signal);
    const told = data && checksAnswers ? completeAnswer(variables, data) : (data ?? null);
    if (data && !told) throw new DepartmentFailure('INCOMPLETE');
    return { data: told, errors: errors.map((error) => catalogued(error, name)) };
  } catch (error) {
    if (isCallerGone(abort.signal)) return { data: null, errors: [departmentError('CALLER_GONE', name)] };
    if (error instanceof DeadlineExceeded) abort.abort(error);
    const { reason } = DepartmentFailure.of(error);
    failures.note(name, { code: reason, at: clock() });
    logger.warn({ department: name, reason }, 'department did not answer');
    return { data: null, errors: [departmentError('DEPARTMENT_UNAVAILABLE', name)] };
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function isMutation({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === OperationTypeNode.MUTATION,
  );
}

/** No household number is longer than a registry takes it; such ids need not weigh on every call. */
function mayExist(number: string): boolean {
  return number.length <= longestNumber;
}

/** What a department says of an error is its code, place and details; everything else stays with the department. */
function catalogued({ path, extensions }: GraphQLFormattedError, name: string): GraphQLFormattedError {
  const given = extensions?.['code'];
  const code = isErrorCode(given) ? given : 'DEPARTMENT_UNAVAILABLE';
  return departmentError(code, name, path, extensions);
}

/** Whether every error of an answer about entities stands at or below a field of one that is null. */
function tellsItsNulls({ data, errors }: Outcome): boolean {
  const entities = data?.['_entities'];
  return errors.every(({ path: [root, index, field] = [] }) => {
    const entity =
      root === '_entities' && Array.isArray(entities) ? (entities[Number(index)] as unknown) : null;
    const isThere = typeof entity === 'object' && entity !== null && Object.hasOwn(entity, String(field));
    return isThere && (entity as Record<string, unknown>)[String(field)] === null;
  });
}

function departmentError(
  code: ErrorCode,
  department: string,
  path?: GraphQLFormattedError['path'],
  extensions?: GraphQLFormattedError['extensions'],
): GraphQLFormattedError {
  return {
    message: errorCatalogue[code].en,
    ...(path ? { path } : {}),
    extensions: { code, ...detailsOf(code, extensions), department },
  };
}
