import { GraphQLError } from 'graphql';
import { errorCatalogue, type ErrorCode } from './error-catalogue';

/** An error of the catalogue, as departments and the gateway raise it. */
export function catalogueError(code: ErrorCode): GraphQLError {
  return new GraphQLError(errorCatalogue[code].en, { extensions: { code } });
}
