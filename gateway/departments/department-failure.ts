/** Why a department's answer does not count. The reason is a short code for the log, and never upstream text. */
export class DepartmentFailure extends Error {
  constructor(readonly reason: string) {
    super(`The department did not answer: ${reason}`);
    this.name = 'DepartmentFailure';
  }

  /** Any failure of an exchange; errors of the network are known by their codes, such as ECONNREFUSED. */
  static of(error: unknown): DepartmentFailure {
    if (error instanceof DepartmentFailure) return error;
    const { code, name } = error as { code?: unknown; name?: string };
    return new DepartmentFailure((typeof code === 'string' ? code : name) ?? 'UNKNOWN');
  }
}
