/**
 * Who goes before whom: people before the systems of other offices, and pages of many households when nobody else
 * waits. What the check centre's own machine asks belongs to a step that somebody waits for already: it has slots of
 * its own, or such steps could wait for each other.
 */
export type Lane = 'own' | 'people' | 'systems' | 'pages';

export interface LaneOptions {
  /** How many questions of people and systems together are at work at most, and how many of its own. */
  readonly atOnce: number;
  readonly pagesAtOnce: number;
  /** How many of people and systems may wait in each of their lanes; of pages, a quarter of it. */
  readonly mostWaiting: number;
}

/** Why a request may not be at work: it waits too long, or too many do. */
export class Overloaded extends Error {
  constructor() {
    super('More requests wait than can be answered in time');
    this.name = 'Overloaded';
  }
}

/** Makes room for the next one. Called a second time it does nothing. */
export type Leave = () => void;

type Slots = 'own' | 'questions' | 'pages';

interface Waiting {
  begin(): void;
}

/** The lanes, first come first. */
const order: readonly (readonly [Lane, Slots])[] = [
  ['own', 'own'],
  ['people', 'questions'],
  ['systems', 'questions'],
  ['pages', 'pages'],
];

/** Lets so many requests be at work, and the others wait in their lanes. */
export class Lanes {
  readonly #most: Readonly<Record<Slots, number>>;
  readonly #mostWaiting: Readonly<Record<Lane, number>>;
  readonly #busy: Record<Slots, number> = { own: 0, questions: 0, pages: 0 };
  /** Who waits until no question is at work. */
  readonly #givingWay = new Set<() => void>();
  readonly #waiting: Readonly<Record<Lane, Set<Waiting>>> = {
    own: new Set(),
    people: new Set(),
    systems: new Set(),
    pages: new Set(),
  };

  constructor({ atOnce, pagesAtOnce, mostWaiting }: LaneOptions) {
    this.#most = { own: atOnce, questions: atOnce, pages: pagesAtOnce };
    const pages = Math.ceil(mostWaiting / 4);
    this.#mostWaiting = { own: mostWaiting, people: mostWaiting, systems: mostWaiting, pages };
  }

  /**
   * Resolves when the request may be at work. Rejects with Overloaded where its lane is full, or where it has waited
   * until `until` (ms since the epoch), and with the signal's reason where that is aborted before.
   */
  enter(lane: Lane, until: number, signal?: AbortSignal): Promise<Leave> {
    return new Promise((resolve, reject) => {
      const giveUp = (reason: Error): void => {
        end();
        reject(reason);
      };
      const gone = (): void => giveUp(signal?.reason as Error);
      const waiting: Waiting = {
        begin: () => {
          end();
          resolve(this.#begun(lane));
        },
      };
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', gone);
        this.#waiting[lane].delete(waiting);
      };
      // Whoever waits has a connection, which keeps the process going by itself.
      const timer = setTimeout(() => giveUp(new Overloaded()), until - Date.now()).unref();
      signal?.addEventListener('abort', gone);
      this.#waiting[lane].add(waiting);
      if (signal?.aborted) gone();
      else this.#letIn();
      if (this.#waiting[lane].size > this.#mostWaiting[lane]) giveUp(new Overloaded());
    });
  }

  /** Resolves when no question of people or systems is at work or waits, or after so many milliseconds. */
  async giveWay(mostMs: number): Promise<void> {
    if (this.#busy.questions === 0 || mostMs <= 0) return;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        clearTimeout(timer);
        this.#givingWay.delete(goOn);
        resolve();
      };
      const timer = setTimeout(goOn, mostMs).unref();
      this.#givingWay.add(goOn);
    });
  }

  #letIn(): void {
    for (const [lane, slots] of order) {
      for (const one of this.#waiting[lane]) {
        if (this.#busy[slots] >= this.#most[slots]) break;
        if (lane === 'pages' && this.#waiting.people.size + this.#waiting.systems.size > 0) break;
        one.begin();
      }
    }
  }

  #begun(lane: Lane): Leave {
    const slots = order.find(([name]) => name === lane)?.[1] ?? 'questions';
    this.#busy[slots] += 1;
    let hasLeft = false;
    return () => {
      if (hasLeft) return;
      hasLeft = true;
      this.#busy[slots] -= 1;
      this.#letIn();
      if (this.#busy.questions === 0) for (const goOn of this.#givingWay) goOn();
    };
  }
}
