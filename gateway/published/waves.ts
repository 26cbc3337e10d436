import type { Config } from '../../schema/config/read-config';

export interface WaveSettings {
  /** How many waves are under way at a time before others wait for the end of one. */
  readonly atOnce: number;
  /** How long a wave waits for the end of another, in milliseconds: then it begins however many are under way. */
  readonly longestWaitMs: number;
}

const longestWaitMs = 50;

export function waveSettings(config: Pick<Config, 'WAVES_AT_ONCE'>): WaveSettings {
  return { atOnce: config.WAVES_AT_ONCE, longestWaitMs };
}

/** Those who begin together. */
interface Wave {
  readonly begun: Promise<void>;
  readonly begin: () => void;
  riders: number;
  /** Waits for the end of another; then undefined. */
  patience: NodeJS.Timeout | undefined;
}

/**
 * Lets work of one kind begin in waves: while few are at it, each at once; while many are, all who have come meanwhile
 * together. What they ask of departments then comes at the same time too, and becomes one call.
 */
export class Waves {
  readonly #settings: WaveSettings;
  #underWay = 0;
  /** The one that is still waiting. */
  #next: Wave | undefined;

  constructor(settings: WaveSettings) {
    this.#settings = settings;
  }

  /** Does the work when its wave begins; what becomes of it is its own. */
  async ride<T>(work: () => Promise<T>): Promise<T> {
    const wave = (this.#next ??= this.#gather());
    wave.riders += 1;
    await wave.begun;
    try {
      return await work();
    } finally {
      wave.riders -= 1;
      if (wave.riders === 0) this.#ended();
    }
  }

  #gather(): Wave {
    let begin!: () => void;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const wave: Wave = { begun, begin, riders: 0, patience: undefined };
    if (this.#underWay < this.#settings.atOnce) this.#send(wave);
    else wave.patience = setTimeout(() => this.#send(wave), this.#settings.longestWaitMs).unref();
    return wave;
  }

  /** Whoever comes in the same turn comes along. */
  #send(wave: Wave): void {
    clearTimeout(wave.patience);
    wave.patience = undefined;
    this.#underWay += 1;
    setImmediate(() => {
      this.#next = undefined;
      wave.begin();
    });
  }

  #ended(): void {
    this.#underWay -= 1;
    if (this.#next?.patience && this.#underWay < this.#settings.atOnce) this.#send(this.#next);
  }
}
