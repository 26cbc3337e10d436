import { setImmediate } from 'node:timers/promises';
import { registriesOf } from '../../../../subgraphs/verification/facts/registries-of';
import type { Tier } from '../../../../subgraphs/verification/process/event';
import { embeddedWorker, type Worker } from '../../../../subgraphs/verification/running/worker';
import type { Kept } from './memory-store';
import { graphOfAnybody, passTime, runningUnderTest, start, type Under } from './running-under-test';

const working: Worker[] = [];
afterEach(() => Promise.all(working.splice(0).map((worker) => worker.close())));

function workerOf(running: Under): Worker {
  const worker = embeddedWorker(running);
  working.push(worker);
  return worker;
}

const minutesOf = (tier: Tier, { attempts }: Kept) =>
  attempts
    .filter((attempt) => attempt.tier === tier)
    .map(({ at }) => (new Date(at).getTime() - start.getTime()) / 60_000);

const allSteps = ['ASK_MUNICIPAL', 'ASK_DISTRICT', 'COMPILE'];

describe('A verification that was commissioned', () => {
  it('is asked about in the municipal tier and then in the district’s, each registry once', async () => {
    const running = runningUnderTest();
    const kept = running.store.commission('YB-1', start);
    await workerOf(running).idle();
    expect(kept).toMatchObject({ state: 'COMPILED', steps: allSteps, dueAt: null, lease: null });
    expect(kept.attempts).toMatchObject([
      { tier: 'MUNICIPAL', number: 1, at: start.toISOString() },
      { tier: 'DISTRICT', number: 1, household: null },
    ]);
    expect(kept.attempts.map(({ answers }) => Object.keys(answers))).toEqual([
      registriesOf('MUNICIPAL'),
      registriesOf('DISTRICT'),
    ]);
  });

  it('asks a registry that is down for two hours again until it answers, and no other', async () => {
    const running = runningUnderTest({
      graph: graphOfAnybody((registry, check) =>
        registry === 'vehicles' && running.time.minutes < 120 ? null : check,
      ),
    });
    const kept = running.store.commission('YB-1', start);
    await passTime(workerOf(running), running);
    expect(minutesOf('MUNICIPAL', kept)).toEqual([0, 1, 3, 8, 18, 38, 68, 98, 128]);
    expect(minutesOf('DISTRICT', kept)).toEqual([128]);
    const again = kept.attempts.slice(1, -1);
    expect(new Set(again.flatMap(({ answers }) => Object.keys(answers)))).toEqual(new Set(['vehicles']));
    expect(kept.state).toBe('COMPILED');
  });

  it('goes on without a registry that is silent until the deadline of its tier', async () => {
    const running = runningUnderTest({
      graph: graphOfAnybody((registry, check) => (registry === 'enrolments' ? null : check)),
      tierMs: 3_600_000,
    });
    const kept = running.store.commission('YB-1', start);
    await passTime(workerOf(running), running);
    expect(minutesOf('MUNICIPAL', kept)).toEqual([0]);
    expect(minutesOf('DISTRICT', kept)).toEqual([0, 1, 3, 8, 18, 38, 60]);
    expect(kept.steps).toEqual(allSteps);
  });

  it('whose household the graph never told is asked about on, past the deadline', async () => {
    const running = runningUnderTest({
      graph: { ask: () => Promise.resolve({ data: { households: [null] }, errors: [] }) },
      tierMs: 3_600_000,
    });
    const kept = running.store.commission('YB-1', start);
    await passTime(workerOf(running), running, 180);
    expect(minutesOf('MUNICIPAL', kept)).toEqual([0, 1, 3, 8, 18, 38, 60, 90, 120, 150, 180]);
    expect(kept.state).toBe('MUNICIPAL_RUNNING');
  });

  it('keeps no answer where an authorisation was taken back while it was asked about', async () => {
    const graph = graphOfAnybody();
    const running = runningUnderTest({
      graph: {
        ask: (request) => {
          running.store.withdraw('YB-1');
          return graph.ask(request);
        },
      },
    });
    const kept = running.store.commission('YB-1', start);
    await workerOf(running).idle();
    expect(kept).toMatchObject({ state: 'WITHDRAWN', attempts: [], steps: [] });
    expect(graph.asked).toHaveLength(1);
  });

  it('is taken up by another where the process that had claimed it was killed', async () => {
    const running = runningUnderTest();
    const kept = running.store.commission('YB-1', start);
    await running.store.claim({ now: start, leaseMs: 30_000, limit: 20, worker: 'killed' });
    const worker = workerOf(running);
    await worker.idle();
    expect(kept.attempts).toEqual([]);
    running.time.moveTo(new Date(start.getTime() + 30_000));
    await worker.idle();
    expect(kept.state).toBe('COMPILED');
  });
});

describe('Of many verifications', () => {
  it('those of one tier are asked about together, twenty at a time', async () => {
    const graph = graphOfAnybody();
    const running = runningUnderTest({ graph });
    for (let number = 0; number < 45; number += 1) running.store.commission(`YB-${number}`, start, 1);
    await workerOf(running).idle();
    expect(running.store.verifications.every(({ state }) => state === 'COMPILED')).toBe(true);
    const sizes = graph.asked.map(({ variables }) => (variables['ids'] as unknown[]).length);
    expect(Math.max(...sizes)).toBe(20);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(2 * 45);
  });

  it('one that somebody waits for is next, whatever batch is being worked on', async () => {
    const asked: string[] = [];
    const graph = graphOfAnybody();
    const running = runningUnderTest({
      graph: {
        ask: (request) => {
          asked.push(...(request.variables['ids'] as readonly string[]));
          if (asked.length === 20) running.store.commission('waited for', start, 0);
          return graph.ask(request);
        },
      },
    });
    for (let number = 0; number < 100; number += 1) running.store.commission(`YB-${number}`, start, 1);
    await workerOf(running).idle();
    expect(asked.slice(20, 22)).toEqual(['waited for', 'waited for']);
    expect(asked).toHaveLength(2 * 101);
  });

  it('those wait for which a registry has no room now, and count no attempt', async () => {
    const graph = graphOfAnybody();
    let room = 3;
    const running = runningUnderTest({
      graph,
      rates: {
        take: (registries) => Promise.resolve(!registries.includes('vehicles') || room-- > 0 ? 0 : 60_000),
      },
    });
    for (let number = 0; number < 5; number += 1) running.store.commission(`YB-${number}`, start, 1);
    const worker = workerOf(running);
    await worker.idle();
    const states = running.store.verifications.map(({ state }) => state).sort();
    expect(states).toEqual(['COMMISSIONED', 'COMMISSIONED', 'COMPILED', 'COMPILED', 'COMPILED']);
    room = 10;
    await passTime(worker, running);
    for (const kept of running.store.verifications) {
      expect(kept.attempts.map(({ number }) => number)).toEqual([1, 1]);
    }
  });
});

describe('A worker', () => {
  it('tells the rates who waits for an answer', async () => {
    const told: boolean[] = [];
    const take = (_: unknown, isUrgent: boolean) => Promise.resolve(told.push(isUrgent) * 0);
    const running = runningUnderTest({ rates: { take } });
    running.store.commission('waited for', start, 0);
    running.store.commission('of a batch', start, 1);
    await workerOf(running).idle();
    expect(told).toEqual([true, true, false, false]);
  });

  it('works another round where it is woken while it ends one', async () => {
    const running = runningUnderTest();
    const worker = workerOf(running);
    const next = running.store.nextDueAt.bind(running.store);
    running.store.nextDueAt = (now) => {
      running.store.nextDueAt = next;
      running.store.commission('YB-1', start);
      worker.wake();
      return next(now);
    };
    await worker.idle();
    expect(running.store.verifications[0]?.state).toBe('COMPILED');
  });

  it('wakes by itself when something comes due, and looks every five seconds for what others left', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
    try {
      const running = runningUnderTest();
      const worker = workerOf(running);
      running.store.commission('soon', new Date(start.getTime() + 2000));
      await worker.idle();
      const left = running.store.commission('left by another', new Date(start.getTime() + 2500));
      const pass = async (ms: number) => {
        running.time.moveTo(new Date(running.time.now.getTime() + ms));
        await jest.advanceTimersByTimeAsync(ms);
        for (let turn = 0; turn < 20; turn += 1) await setImmediate();
      };
      await pass(1999);
      expect(running.store.claims).toBe(0);
      await pass(1);
      expect(running.store.verifications[0]?.state).toBe('COMPILED');
      Object.assign(left, { dueAt: running.time.now });
      await pass(5000);
      expect(left.state).toBe('COMPILED');
    } finally {
      jest.useRealTimers();
    }
  });
});
