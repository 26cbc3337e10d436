import { CurrentSupergraph } from '../../../gateway/reload/current-supergraph';
import type { ServedSupergraph } from '../../../gateway/reload/served-supergraph';

/** A supergraph of which all that matters is when its server is stopped. */
function served(name: string, stopped: string[]): ServedSupergraph {
  const server = { stop: async () => void stopped.push(name) };
  return { server, problemOf: () => null, laneOf: () => 'people' } as unknown as ServedSupergraph;
}

describe('A supergraph', () => {
  let stopped: string[];
  let current: CurrentSupergraph;
  beforeEach(() => {
    stopped = [];
    current = new CurrentSupergraph(served('first', stopped));
  });

  it('is served until another takes its place, and is stopped then', async () => {
    const next = served('second', stopped);
    const putting = current.put(next);
    expect(current.now).toBe(next);
    await putting;
    expect(stopped).toEqual(['first']);
  });

  it('is not stopped before the last request has let it go', async () => {
    const [one, other] = [current.hold(), current.hold()];
    const letGoAfterwards = one.hold();
    const putting = current.put(served('second', stopped));
    one.letGo();
    one.letGo();
    other.letGo();
    await new Promise(setImmediate);
    expect(stopped).toEqual([]);
    letGoAfterwards();
    await putting;
    expect(stopped).toEqual(['first']);
  });

  it('that is held stays the same when another takes its place', async () => {
    const held = current.hold();
    const first = current.now;
    void current.put(served('second', stopped));
    expect([held.server, held.problemOf, held.laneOf]).toEqual([first.server, first.problemOf, first.laneOf]);
    expect(current.hold().server).toBe(current.now.server);
    held.letGo();
  });

  it('ends with all that were before it, when nothing is asked any more', async () => {
    const held = current.hold();
    void current.put(served('second', stopped));
    const closing = current.close();
    await new Promise(setImmediate);
    expect(stopped).toEqual(['second']);
    held.letGo();
    await closing;
    expect(stopped).toEqual(['second', 'first']);
  });
});
