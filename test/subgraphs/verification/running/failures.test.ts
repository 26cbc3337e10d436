import { embeddedWorker, type Worker } from '../../../../subgraphs/verification/running/worker';
import { passTime, runningUnderTest, start, type Under } from './running-under-test';

const working: Worker[] = [];
afterEach(() => Promise.all(working.splice(0).map((worker) => worker.close())));

function workerOf(running: Under): Worker {
  const worker = embeddedWorker(running);
  working.push(worker);
  return worker;
}

describe('A worker', () => {
  it.each([
    [
      'refuses',
      () =>
        Promise.resolve({ data: null, errors: [{ message: '尹某', extensions: { code: 'TOO_COSTLY' } }] }),
    ],
    ['cannot be reached', () => Promise.reject(Object.assign(new Error('尹某'), { code: 'TOO_COSTLY' }))],
  ])('logs by its code why the graph %s', async (_, ask) => {
    const running = runningUnderTest({ graph: { ask } });
    running.store.commission('YB-1', start);
    await workerOf(running).idle();
    expect(running.logged.join()).toContain('TOO_COSTLY');
    expect(running.logged.join()).not.toContain('尹某');
  });

  it('outlives a database that fails, and goes on when it is back', async () => {
    const running = runningUnderTest();
    const kept = running.store.commission('YB-1', start);
    const claim = running.store.claim.bind(running.store);
    running.store.claim = () => Promise.reject(Object.assign(new Error('尹某'), { code: 'ECONNREFUSED' }));
    const worker = workerOf(running);
    await worker.idle();
    expect(running.logged).toHaveLength(1);
    expect(running.logged.join()).toMatch(/ECONNREFUSED/);
    running.store.claim = claim;
    await worker.idle();
    expect(kept.state).toBe('COMPILED');
  });

  it('tries a verification again whose answers could not be kept, which holds up no other', async () => {
    const running = runningUnderTest();
    const [bad, good] = ['YB-bad', 'YB-good'].map((id) => running.store.commission(id, start));
    const record = running.store.recordAttempt.bind(running.store);
    let failures = 1;
    running.store.recordAttempt = (claimed, ...kept) =>
      claimed.id === 'YB-bad' && failures-- > 0
        ? Promise.reject(Object.assign(new Error('尹某'), { code: 'ER_LOCK_DEADLOCK' }))
        : record(claimed, ...kept);
    const worker = workerOf(running);
    await worker.idle();
    expect(good?.state).toBe('COMPILED');
    expect(bad).toMatchObject({ state: 'COMMISSIONED', dueAt: new Date(start.getTime() + 600_000) });
    expect(running.logged.join()).toContain('ER_LOCK_DEADLOCK');
    expect(running.logged.join()).not.toContain('尹某');
    await passTime(worker, running);
    expect(bad?.state).toBe('COMPILED');
  });
});
