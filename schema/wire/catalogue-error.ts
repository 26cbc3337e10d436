import { GraphQLError } from 'graphql';
import { errorCatalogue, type ErrorCode } from './error-catalogue';
import { detailsOf } from './error-details';

/** An error of the catalogue, as departments and the gateway raise it, with the details that its code has. */
export function catalogueError(
  code: ErrorCode,
  details: Readonly<Record<string, string>> = {},
): GraphQLError {
  return new GraphQLError(errorCatalogue[code].en, { extensions: { ...detailsOf(code, details), code } });
}
