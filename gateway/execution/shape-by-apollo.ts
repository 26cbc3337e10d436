import type { Operation } from '@apollo/federation-internals';
import { computeResponse } from '@apollo/gateway/dist/resultShaping';
import { GraphQLError } from 'graphql';
import type { Executed } from './executed';
import type { Running } from './running';

/**
 * The whole answer to an operation where its data does not fit it: nulls go up to where the schema allows them, and
 * what was found is noted in `extensions`, or is an error of its own, as in Apollo's executor.
 */
export function shapedByApollo(operation: Operation, { data: input, errors, variables }: Running): Executed {
  try {
    const { data, errors: gaps } = computeResponse({
      operation,
      variables: { ...variables },
      input,
      introspectionHandling: () => {
        throw new Error('no compiled operation asks for the schema');
      },
    });
    const told = { data: data ?? null };
    if (errors.length > 0) return { errors, ...told };
    return gaps.length > 0 ? { extensions: { valueCompletion: gaps }, ...told } : told;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    const originalError = error as Error;
    return { errors: [new GraphQLError(originalError.message, { originalError })] };
  }
}
