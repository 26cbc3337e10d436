/** The newest failure of a department. */
export interface Failure {
  /** A short code, such as ECONNREFUSED or INCOMPLETE; never upstream text. */
  readonly code: string;
  readonly at: Date;
}

/** Remembers how each department last failed since the gateway started. */
export class FailureLog {
  readonly #newest = new Map<string, Failure>();

  note(department: string, failure: Failure): void {
    this.#newest.set(department, failure);
  }

  newest(department: string): Failure | undefined {
    return this.#newest.get(department);
  }
}
