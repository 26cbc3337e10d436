import type { Problem } from './problem';

/** Thrown for a file that cannot be read to its end: nothing of it can be taken, not even its good rows. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map(({ what }) => what).join('; '));
    this.problems = problems;
  }
}
