import type { FormattedExecutionResult } from 'graphql';

/** Gives every error of an answer the correlation id by which the log knows the request. */
export function correlate(result: FormattedExecutionResult, correlationId: string): void {
  if (!result.errors) return;
  result.errors = result.errors.map((error) => ({
    ...error,
    extensions: { ...error.extensions, correlationId },
  }));
}
