/** How long after a refusal a gateway still counts as overloaded, in milliseconds. */
const memoryMs = 5_000;

/** Whether requests are being refused because there are too many. */
export class Shedding {
  readonly #clock: () => Date;
  #last = Number.NEGATIVE_INFINITY;

  constructor(clock: () => Date) {
    this.#clock = clock;
  }

  note(): void {
    this.#last = this.#clock().getTime();
  }

  /** Whether one was refused within the last five seconds. */
  get isUnderWay(): boolean {
    return this.#clock().getTime() - this.#last < memoryMs;
  }
}
