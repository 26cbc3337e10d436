import type { MergeSettings } from './merge-settings';

type Depart = () => Promise<void>;

/** Sends calls off, so many at a time. */
export class Departures {
  readonly #settings: Pick<MergeSettings, 'atOnce' | 'longestWaitMs'>;
  readonly #waiting = new Map<Depart, NodeJS.Timeout>();
  #underWay = 0;

  constructor(settings: Pick<MergeSettings, 'atOnce' | 'longestWaitMs'>) {
    this.#settings = settings;
  }

  /**
   * Sends a call off when what can run now has run, so that whoever comes at the same time can come along; where as many
   * as may be are under way, first when one has ended or the longest wait is over. `depart` does not reject.
   */
  send(depart: Depart): void {
    if (this.#underWay < this.#settings.atOnce) {
      this.#start(depart);
      return;
    }
    const tired = (): void => {
      this.#waiting.delete(depart);
      this.#start(depart);
    };
    this.#waiting.set(depart, setTimeout(tired, this.#settings.longestWaitMs).unref());
  }

  #start(depart: Depart): void {
    this.#underWay += 1;
    setImmediate(() => void depart().then(this.#ended));
  }

  readonly #ended = (): void => {
    this.#underWay -= 1;
    if (this.#underWay >= this.#settings.atOnce) return;
    for (const [depart, timer] of this.#waiting) {
      clearTimeout(timer);
      this.#waiting.delete(depart);
      this.#start(depart);
      return;
    }
  };
}
