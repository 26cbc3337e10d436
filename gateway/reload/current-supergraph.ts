import type { ServedSupergraph } from './served-supergraph';

/** A supergraph in use: its server is not stopped before it is let go. */
export interface HeldSupergraph extends ServedSupergraph {
  /** Holds it once more, and gives what lets it go again. */
  readonly hold: () => () => void;
  /** Lets it go. A second time does nothing. */
  readonly letGo: () => void;
}

/** One supergraph, and how many requests are served by it. */
interface Serving {
  readonly served: ServedSupergraph;
  holders: number;
  /** Called when nobody holds it any more, once another has taken its place. */
  whenFree?: () => void;
}

/**
 * The supergraph by which requests are served now. Another takes its place in one assignment; the one before is stopped
 * when the last request is answered that began with it.
 */
export class CurrentSupergraph {
  #now: Serving;
  readonly #stopping = new Set<Promise<void>>();

  constructor(first: ServedSupergraph) {
    this.#now = { served: first, holders: 0 };
  }

  get now(): ServedSupergraph {
    return this.#now.served;
  }

  hold(): HeldSupergraph {
    const serving = this.#now;
    const hold = () => heldBy(serving);
    return { ...serving.served, hold, letGo: hold() };
  }

  /** Serves by another from now on. Resolves when the server of the one before has been stopped. */
  put(next: ServedSupergraph): Promise<void> {
    const before = this.#now;
    this.#now = { served: next, holders: 0 };
    const stopping = stopped(before).finally(() => this.#stopping.delete(stopping));
    this.#stopping.add(stopping);
    return stopping;
  }

  /** Resolves when all that is being asked has been answered, and every server is stopped. */
  async close(): Promise<void> {
    await Promise.all([...this.#stopping, stopped(this.#now)]);
  }
}

function heldBy(serving: Serving): () => void {
  serving.holders += 1;
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    serving.holders -= 1;
    if (serving.holders === 0) serving.whenFree?.();
  };
}

async function stopped(serving: Serving): Promise<void> {
  if (serving.holders > 0) await new Promise<void>((resolve) => (serving.whenFree = resolve));
  await serving.served.server.stop();
}
