import type { GraphQLError } from 'graphql';

/** The answer to an operation before any error of it is made fit for clients. */
export interface Executed {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
