import { RefusedStart } from './refused-start';

/** A setting that stops the start. It names the variable and what is expected, never the value. */
export class ConfigError extends RefusedStart {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly { readonly variable: string; readonly expected: string }[]) {
    super(
      ['The configuration does not hold:']
        .concat(problems.map(({ variable, expected }) => `  ${variable}: expected ${expected}`))
        .join('\n'),
    );
  }
}
