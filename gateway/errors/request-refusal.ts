import { HeaderMap } from '@apollo/server';
import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { errorCatalogue, type ErrorCode } from '../../schema/wire/error-catalogue';
import { detailsOf } from '../../schema/wire/error-details';

export interface RefusalOptions {
  readonly details?: Readonly<Record<string, string>>;
  /** Coordinates of the fields in question. */
  readonly fields?: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The HTTP head that Apollo gives the answer to an error. */
export interface ErrorHead {
  readonly status: number;
  readonly headers: HeaderMap;
}

/** The error by which a whole request is refused, with the HTTP head that its answer gets. */
export function requestRefusal(
  code: ErrorCode,
  { details = {}, fields = [], headers = {} }: RefusalOptions = {},
): GraphQLError {
  const { en, status } = errorCatalogue[code];
  const http: ErrorHead = { status, headers: new HeaderMap(Object.entries(headers)) };
  const extensions: unknown = {
    ...detailsOf(code, details),
    code,
    ...(fields.length > 0 ? { fields } : {}),
    http,
  };
  return new GraphQLError(en, { extensions: extensions as GraphQLErrorExtensions });
}
