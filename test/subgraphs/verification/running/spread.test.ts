import { setTimeout } from 'node:timers/promises';
import { spreadWorker } from '../../../../subgraphs/verification/running/spread';
import type { Worker } from '../../../../subgraphs/verification/running/worker';
import { eventually } from '../../../support/eventually';
import { openRedisServer, type RedisServer } from '../../../support/redis-server';
import { graphOfAnybody, runningUnderTest, start, type Under } from './running-under-test';

const prefix = 'verification-test';
const patienceMs = 20_000;
jest.setTimeout(60_000);

let server: RedisServer;
beforeAll(async () => {
  server = await openRedisServer();
});
afterAll(() => server.remove());

const working: Worker[] = [];
afterEach(() => Promise.all(working.splice(0).map((worker) => worker.close())));

/** Processes that share a database and a Redis, and what each of them asked. */
function processes(count: number, under: Under = runningUnderTest()) {
  const members = Array.from({ length: count }, (_, index) => {
    const graph = graphOfAnybody();
    const running: Under = { ...under, graph, worker: `process ${index}` };
    const worker = spreadWorker({ running, redisUrl: server.url, prefix });
    working.push(worker);
    return { worker, asked: graph.asked };
  });
  return { ...under, members };
}

const allCompiled = ({ store }: Under) =>
  eventually('every verification is compiled', patienceMs, () =>
    Promise.resolve(store.verifications.every(({ state }) => state === 'COMPILED') || undefined),
  );

describe('Processes that share a Redis', () => {
  it('ask about every verification once, all of them at work, and leave nothing of anybody in it', async () => {
    const shared = processes(3);
    for (let number = 0; number < 200; number += 1) shared.store.commission(`YB-${number}`, start, 1);
    await eventually('each process takes jobs', patienceMs, async () =>
      (await server.keys()).some((key) => key.endsWith(':stalled-check')) ? true : undefined,
    );
    shared.members[0]!.worker.wake();
    await allCompiled(shared);
    const ids = shared.members.flatMap(({ asked }) =>
      asked.map(({ operation, variables }) => [operation, variables['ids'] as readonly string[]] as const),
    );
    const questions = ids.flatMap(([operation, of]) => of.map((id) => `${operation} ${id}`));
    expect(questions).toHaveLength(2 * 200);
    expect(new Set(questions).size).toBe(2 * 200);
    expect(shared.members.filter(({ asked }) => asked.length > 0).length).toBeGreaterThan(1);
    expect((await server.keys()).join()).not.toContain('YB-');
  });

  it('work by themselves while it is away, and together again when it is back', async () => {
    const shared = processes(2);
    const [one] = shared.members;
    await server.stop();
    shared.store.commission('YB-1', start);
    await eventually('a process has seen that Redis is away', patienceMs, async () => {
      one!.worker.wake();
      await setTimeout(20);
      return shared.store.verifications[0]?.state === 'COMPILED' || undefined;
    });
    await server.start();
    for (let number = 2; number < 100; number += 1) shared.store.commission(`YB-${number}`, start, 1);
    one!.worker.wake();
    await allCompiled(shared);
    expect(shared.store.verifications.flatMap(({ attempts }) => attempts)).toHaveLength(2 * 99);
  });

  it('lose nothing where Redis forgets every job', async () => {
    const shared = processes(1);
    for (let number = 0; number < 60; number += 1) shared.store.commission(`YB-${number}`, start, 1);
    shared.members[0]!.worker.wake();
    await server.stop();
    await server.start();
    shared.members[0]!.worker.wake();
    await shared.members[0]!.worker.idle();
    await allCompiled(shared);
    expect(shared.store.verifications.flatMap(({ attempts }) => attempts)).toHaveLength(2 * 60);
  });

  it('end though Redis is away', async () => {
    const shared = processes(1);
    await server.stop();
    await working.pop()!.close();
    await server.start();
    expect(shared.members[0]!.asked).toEqual([]);
  });
});
