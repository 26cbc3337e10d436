import { Lanes, Overloaded, type Lane, type Leave } from '../../../gateway/overload/lanes';
import { CallerGone } from '../../../schema/wire/caller-gone';

const soon = () => Date.now() + 60_000;

/** Requests at a desk, by name, in the order in which it was their turn. */
class Desk {
  readonly served: string[] = [];
  readonly refused: string[] = [];
  readonly #leave = new Map<string, Leave>();

  constructor(readonly lanes: Lanes) {}

  async send(name: string, lane: Lane, until = soon(), signal?: AbortSignal): Promise<void> {
    try {
      const leave = await this.lanes.enter(lane, until, signal);
      this.served.push(name);
      this.#leave.set(name, leave);
    } catch (error) {
      this.refused.push(`${name}: ${(error as Error).name}`);
    }
  }

  /** Ends the work of one, and lets whoever is next begin. */
  async leaves(name: string): Promise<void> {
    this.#leave.get(name)?.();
    await new Promise(setImmediate);
  }
}

const open = (options: Partial<ConstructorParameters<typeof Lanes>[0]> = {}) =>
  new Desk(new Lanes({ atOnce: 1, pagesAtOnce: 1, mostWaiting: 8, ...options }));

describe('Questions', () => {
  it('are at work so many at once, and the others wait in the order in which they came', async () => {
    const desk = open({ atOnce: 2 });
    for (const name of ['a', 'b', 'c', 'd']) void desk.send(name, 'people');
    await desk.leaves('nobody');
    expect(desk.served).toEqual(['a', 'b']);
    await desk.leaves('b');
    expect(desk.served).toEqual(['a', 'b', 'c']);
    await desk.leaves('a');
    expect(desk.served).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of people go before those of systems', async () => {
    const desk = open();
    await desk.send('first', 'systems');
    void desk.send('system', 'systems');
    void desk.send('person', 'people');
    await desk.leaves('first');
    await desk.leaves('person');
    expect(desk.served).toEqual(['first', 'person', 'system']);
  });

  it('leave once, however often that is said', async () => {
    const desk = open();
    await desk.send('a', 'people');
    for (const name of ['b', 'c']) void desk.send(name, 'people');
    await desk.leaves('a');
    await desk.leaves('a');
    expect(desk.served).toEqual(['a', 'b']);
  });

  it('are refused where their lane is full, and no other lane is', async () => {
    const desk = open({ mostWaiting: 1 });
    await desk.send('a', 'people');
    for (const name of ['b', 'c']) void desk.send(name, 'people');
    void desk.send('d', 'systems');
    await desk.leaves('a');
    await desk.leaves('b');
    expect([desk.served, desk.refused]).toEqual([['a', 'b', 'd'], ['c: Overloaded']]);
  });

  it('are refused where it is not their turn in time', async () => {
    const desk = open();
    await desk.send('a', 'people');
    await desk.send('late', 'people', Date.now() - 1);
    void desk.send('b', 'people');
    await desk.leaves('a');
    expect([desk.served, desk.refused]).toEqual([['a', 'b'], ['late: Overloaded']]);
  });

  it('are at work at once where there is room, however late it is', async () => {
    const desk = open();
    await desk.send('a', 'people', Date.now() - 1);
    expect(desk.served).toEqual(['a']);
  });

  it('give their turn to the next where their caller has gone, before or while they wait', async () => {
    const desk = open();
    const caller = new AbortController();
    await desk.send('a', 'people');
    void desk.send('gone', 'people', soon(), caller.signal);
    void desk.send('b', 'people');
    caller.abort(new CallerGone());
    await desk.send('gone too', 'people', soon(), caller.signal);
    await desk.leaves('a');
    expect([desk.served, desk.refused]).toEqual([
      ['a', 'b'],
      ['gone: CallerGone', 'gone too: CallerGone'],
    ]);
    expect(new Overloaded().message).not.toMatch(/\d/);
  });
});

describe('Pages of a batch', () => {
  it('have few slots of their own, which leave those of others alone', async () => {
    const desk = open({ atOnce: 1, pagesAtOnce: 2 });
    for (const name of ['p1', 'p2', 'p3']) void desk.send(name, 'pages');
    await desk.send('a', 'people');
    expect(desk.served).toEqual(['p1', 'p2', 'a']);
  });

  it('begin when nobody else waits', async () => {
    const desk = open();
    await desk.send('p1', 'pages');
    await desk.send('a', 'people');
    void desk.send('p2', 'pages');
    void desk.send('b', 'systems');
    await desk.leaves('p1');
    expect(desk.served).toEqual(['p1', 'a']);
    await desk.leaves('a');
    expect(desk.served).toEqual(['p1', 'a', 'b', 'p2']);
  });

  it('wait a quarter as many as questions', async () => {
    const desk = open({ mostWaiting: 8 });
    for (const name of ['p1', 'p2', 'p3', 'p4']) void desk.send(name, 'pages');
    await desk.leaves('nobody');
    expect([desk.served, desk.refused]).toEqual([['p1'], ['p4: Overloaded']]);
  });
});

it('What belongs to a step that somebody waits for does not wait for that step', async () => {
  const desk = open();
  await desk.send('step', 'people');
  await desk.send('its authorisations', 'own');
  expect(desk.served).toEqual(['step', 'its authorisations']);
});

describe('A page that gives way', () => {
  const LONG = 5_000;
  const wayGiven = async (desk: Desk, mostMs = LONG) => {
    let isOver = false;
    const way = desk.lanes.giveWay(mostMs).then(() => (isOver = true));
    await desk.leaves('nobody');
    return { way, isOver: () => isOver };
  };

  it('goes on at once where nobody asks about single households', async () => {
    const desk = open();
    await desk.send('page', 'pages');
    await desk.send('step', 'own');
    expect((await wayGiven(desk)).isOver()).toBe(true);
  });

  it('goes on when the last question has been answered, those that waited for it too', async () => {
    const desk = open();
    await desk.send('a', 'people');
    void desk.send('b', 'systems');
    const { way, isOver } = await wayGiven(desk);
    await desk.leaves('a');
    expect(desk.served).toEqual(['a', 'b']);
    expect(isOver()).toBe(false);
    await desk.leaves('b');
    await way;
  });

  it('goes on at once where it has no time left', async () => {
    const desk = open();
    await desk.send('a', 'people');
    expect((await wayGiven(desk, 0)).isOver()).toBe(true);
    expect((await wayGiven(desk, -1)).isOver()).toBe(true);
  });

  it('goes on after so long, whoever asks', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    try {
      const desk = open();
      await desk.send('a', 'people');
      const { way, isOver } = await wayGiven(desk, 100);
      expect(isOver()).toBe(false);
      jest.advanceTimersByTime(100);
      await way;
    } finally {
      jest.useRealTimers();
    }
  });
});
