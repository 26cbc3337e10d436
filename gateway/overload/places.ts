/** Room for so many of a kind at a time. */
export class Places<Kind> {
  readonly #most: number;
  readonly #taken = new Map<Kind, number>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Takes a place and gives what frees it, once; null where there is none. */
  take(kind: Kind): (() => void) | null {
    const taken = this.#taken.get(kind) ?? 0;
    if (taken >= this.#most) return null;
    this.#taken.set(kind, taken + 1);
    let isFree = false;
    return () => {
      if (isFree) return;
      isFree = true;
      this.#taken.set(kind, (this.#taken.get(kind) ?? 0) - 1);
    };
  }
}
