import { Waves } from '../../../gateway/published/waves';

const turn = async (): Promise<void> => {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** Work that begins in waves and ends when the test says so. */
class Riders {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, { resolve(name: string): void; reject(reason: Error): void }>();

  constructor(readonly waves: Waves) {}

  send(name: string): Promise<string> {
    return this.waves.ride(() => {
      this.begun.push(name);
      return new Promise((resolve, reject) => this.#ends.set(name, { resolve, reject }));
    });
  }

  async ends(...names: readonly string[]): Promise<void> {
    for (const name of names) this.#ends.get(name)?.resolve(name);
    await turn();
  }

  async fails(name: string): Promise<void> {
    this.#ends.get(name)?.reject(new Error(name));
    await turn();
  }
}

const open = (atOnce = 1) => new Riders(new Waves({ atOnce, longestWaitMs: 50 }));

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }));
afterEach(() => void jest.useRealTimers());

describe('Whoever asks the same at the same time', () => {
  it('begins at once where nobody is at it, with all who come in the same turn', async () => {
    const riders = open();
    const answers = ['a', 'b'].map((name) => riders.send(name));
    expect(riders.begun).toEqual([]);
    await turn();
    expect(riders.begun).toEqual(['a', 'b']);
    await riders.ends('a', 'b');
    expect(await Promise.all(answers)).toEqual(['a', 'b']);
  });

  it('waits while a wave is under way, and begins with all who have come when its last one ends', async () => {
    const riders = open();
    for (const name of ['a', 'b']) void riders.send(name);
    await turn();
    for (const name of ['c', 'd']) void riders.send(name);
    await riders.ends('a');
    expect(riders.begun).toEqual(['a', 'b']);
    void riders.send('e');
    await riders.ends('b');
    expect(riders.begun).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('may begin in as many waves as are allowed', async () => {
    const riders = open(2);
    for (const name of ['a', 'b', 'c', 'd']) {
      void riders.send(name);
      await turn();
    }
    expect(riders.begun).toEqual(['a', 'b']);
    await riders.ends('b');
    expect(riders.begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('waits no longer than it may, whatever is under way', async () => {
    const riders = open();
    void riders.send('a');
    await turn();
    void riders.send('b');
    jest.advanceTimersByTime(49);
    await turn();
    expect(riders.begun).toEqual(['a']);
    jest.advanceTimersByTime(1);
    await turn();
    expect(riders.begun).toEqual(['a', 'b']);
  });

  it('begins once where a wave ends while its own is about to', async () => {
    const riders = open(2);
    for (const name of ['a', 'b']) {
      void riders.send(name);
      await turn();
    }
    void riders.send('c');
    // The end of the first sends the third off, that of the second must not do so again.
    void riders.ends('a');
    await riders.ends('b');
    for (const name of ['d', 'e']) void riders.send(name);
    await turn();
    expect(riders.begun).toEqual(['a', 'b', 'c', 'd', 'e']);
    void riders.send('f');
    await turn();
    expect(riders.begun).not.toContain('f');
    await riders.ends('c', 'd', 'e');
    expect(riders.begun).toContain('f');
  });

  it('keeps nobody back by failing, and fails alone', async () => {
    const riders = open();
    const failing = riders.send('a').catch((error: unknown) => (error as Error).message);
    await turn();
    const next = riders.send('b');
    await riders.fails('a');
    expect(await failing).toBe('a');
    expect(riders.begun).toEqual(['a', 'b']);
    await riders.ends('b');
    expect(await next).toBe('b');
  });
});
