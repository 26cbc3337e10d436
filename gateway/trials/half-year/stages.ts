/** How long each stage of the run took in all, in milliseconds, in the order in which they were first seen. */
export class Stages {
  readonly #lengths = new Map<string, number>();

  get lengths(): ReadonlyMap<string, number> {
    return this.#lengths;
  }

  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.#lengths.set(stage, (this.#lengths.get(stage) ?? 0) + performance.now() - begun);
    }
  }
}
