import { ERRORS, errorCodeDef } from '@apollo/federation-internals';
import { generateHydratedPaths } from '@apollo/gateway/dist/executeQueryPlan';
import type { ResponsePath } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Gathered } from './merge-answer';

export interface Fetched {
  readonly department: string;
  /** Whether it asked for entities, of which errors then tell by their index. */
  readonly ofEntities: boolean;
  readonly path: readonly string[];
  readonly data: Gathered;
}

/** The errors of a department's answer with their places in the whole answer, as Apollo's executor gives them. */
export function departmentErrors(
  errors: readonly GraphQLFormattedError[],
  fetched: Fetched,
): readonly GraphQLError[] {
  let places: ResponsePath[] | undefined;
  const placeOf = (path: GraphQLFormattedError['path']): ResponsePath | undefined => {
    if (!path) return undefined;
    const index = path[1];
    if (!fetched.ofEntities || typeof index !== 'number') return [...fetched.path, ...path];
    places ??= entityPlaces(fetched);
    return [...(places[index] ?? []), ...path.slice(2)];
  };
  return errors.map((error) => departmentError(error, fetched.department, placeOf(error.path)));
}

function entityPlaces({ path, data }: Fetched): ResponsePath[] {
  const places: ResponsePath[] = [];
  generateHydratedPaths([], [...path], data, places);
  return places;
}

function departmentError(
  error: GraphQLFormattedError,
  department: string,
  path: ResponsePath | undefined,
): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${department}"`;
  const options = {
    originalError: error as Error,
    path: path ?? null,
    extensions: { ...error.extensions, serviceName: department },
  };
  const known = errorCodeDef(error);
  if (!known && error.extensions?.['code']) return new GraphQLError(message, options);
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
}
