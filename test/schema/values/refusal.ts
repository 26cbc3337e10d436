import { ValueError } from '../../../schema/values/value-error';

/** What a parser says of a value that it refuses; fails when it accepts it or throws anything else. */
export function refusal(parse: () => unknown): ValueError {
  try {
    parse();
  } catch (error) {
    if (error instanceof ValueError) return error;
    throw error;
  }
  throw new Error('The value was accepted.');
}

/** What is wrong with a value, in the parser's words. */
export function fault(parse: () => unknown): string {
  return refusal(parse).message;
}
