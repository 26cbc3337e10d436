/** Policy files that stop the start. `problems` names of each the file, the key, what is wrong and what is expected. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';

  constructor(readonly problems: readonly string[]) {
    super(['The policy files do not hold:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/** Gathers all that is wrong, so that whoever wrote the files hears of it at once. */
export class PolicyProblems {
  readonly #lines: string[] = [];

  /** `place` is the path of keys, or the line of a file that is no YAML; empty where it is the file itself. */
  add(file: string, place: string, problem: string): void {
    this.#lines.push([file, place, problem].filter((part) => part !== '').join(': '));
  }

  throwIfAny(): void {
    if (this.#lines.length > 0) throw new PolicyFileError(this.#lines);
  }
}
