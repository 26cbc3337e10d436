import type { GraphQLFormattedError } from 'graphql';
import { redactIdNumbers } from '../../schema/values/id-number';
import { errorCatalogue, isErrorCode, type ErrorCode } from '../../schema/wire/error-catalogue';
import { detailsOf } from '../../schema/wire/error-details';

/** What may stand beside the code and its details. Whatever else an error carries stays inside. */
const shown = ['department', 'fields'] as const;

/**
 * An error as clients see it: a code of the catalogue with its texts, the place, and nothing that somebody
 * sent or stored. Apollo's and graphql-js' own texts are given only where they speak of the schema alone.
 */
export function clientError(error: GraphQLFormattedError): GraphQLFormattedError {
  const given = error.extensions?.['code'];
  const code: ErrorCode = isErrorCode(given) ? given : 'INTERNAL_SERVER_ERROR';
  const { en, zh } = errorCatalogue[code];
  const detail = detailOf(code, error.message);
  const extensions = Object.fromEntries(
    shown.flatMap((key) => {
      const value = error.extensions?.[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return {
    message: detail ? `${en} ${detail}` : en,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(isPlace(error.path) ? { path: error.path } : {}),
    extensions: { code, messageZh: zh, ...detailsOf(code, error.extensions), ...extensions },
  };
}

/** Whether a path is names and indices: a department may send anything, and a client call a field anything. */
function isPlace(path: unknown): path is (string | number)[] {
  return Array.isArray(path) && path.every(isStep);
}

function isStep(step: unknown): boolean {
  if (typeof step !== 'string') return Number.isInteger(step);
  return /^[_a-z]\w*$/i.test(step) && redactIdNumbers(step) === step;
}

/** The part of a library's message that helps and holds no value: texts about values are cut before the value. */
function detailOf(code: ErrorCode, message: string): string | undefined {
  if (code === 'GRAPHQL_VALIDATION_FAILED') {
    const about = message
      .replace(/^Value "[^"]*"/u, 'The value')
      .replace(/(, found |cannot represent |has invalid value ).*$/su, '$1a value of another form.');
    return redactIdNumbers(about);
  }
  if (code === 'BAD_USER_INPUT') {
    const variable = /^Variable "\$\w+"/u.exec(message)?.[0];
    return variable && redactIdNumbers(variable);
  }
  return undefined;
}
