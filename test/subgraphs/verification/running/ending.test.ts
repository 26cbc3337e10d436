import { setImmediate } from 'node:timers/promises';
import { embeddedWorker } from '../../../../subgraphs/verification/running/worker';
import { graphOfAnybody, runningUnderTest, start } from './running-under-test';

describe('A worker that ends', () => {
  it('finishes what it is asking, and begins nothing more', async () => {
    const graph = graphOfAnybody();
    const answers: (() => void)[] = [];
    const running = runningUnderTest({
      graph: {
        ask: async (request) => {
          await new Promise<void>((resolve) => answers.push(resolve));
          return graph.ask(request);
        },
      },
    });
    const kept = running.store.commission('YB-1', start);
    const worker = embeddedWorker(running);
    worker.wake();
    while (answers.length === 0) await setImmediate();
    const closed = worker.close();
    worker.wake();
    answers[0]?.();
    await closed;
    expect(kept).toMatchObject({ state: 'DISTRICT_RUNNING', lease: null, dueAt: start });
    expect(graph.asked).toHaveLength(1);
  });

  it('tells of no silence where the graph ended before it did', async () => {
    let isEnding = false;
    const running = runningUnderTest({
      isEnding: () => isEnding,
      graph: {
        ask: () => {
          isEnding = true;
          return Promise.reject(new Error('closed'));
        },
      },
    });
    const kept = running.store.commission('YB-1', start);
    const worker = embeddedWorker(running);
    worker.wake();
    await worker.close();
    expect(kept).toMatchObject({ state: 'COMMISSIONED', attempts: [], lease: null, dueAt: start });
  });
});
