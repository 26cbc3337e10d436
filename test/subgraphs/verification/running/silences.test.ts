import fc from 'fast-check';
import { registriesOf } from '../../../../subgraphs/verification/facts/registries-of';
import { embeddedWorker } from '../../../../subgraphs/verification/running/worker';
import { seededRandom } from '../../../support/random';
import type { Kept } from './memory-store';
import { graphOfAnybody, passTime, runningUnderTest, start } from './running-under-test';

describe('Whatever registries are silent, and however often', () => {
  it('every verification ends, within its deadlines; each attempt is kept, and nobody who answered is asked again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), async (seed, share) => {
        const random = seededRandom(seed);
        const graph = graphOfAnybody((_, check) => (random.chance(share) ? null : check));
        // The graph itself now and then: it answers with nothing, or not at all.
        const running = runningUnderTest({
          graph: {
            ask: (request) => (random.chance(0.2) ? Promise.reject(new Error('away')) : graph.ask(request)),
          },
          tierMs: (1 + random.under(300)) * 60_000,
        });
        for (let number = 0; number < 3; number += 1) running.store.commission(`YB-${number}`, start);
        const worker = embeddedWorker(running);
        await passTime(worker, running);
        for (const kept of running.store.verifications) expectOrderly(kept, running.tierMs);
        await worker.close();
      }),
      { seed: 20180702, numRuns: 60 },
    );
  });
});

function expectOrderly(kept: Kept, tierMs: number): void {
  expect(kept).toMatchObject({
    state: 'COMPILED',
    steps: ['ASK_MUNICIPAL', 'ASK_DISTRICT', 'COMPILE'],
    dueAt: null,
  });
  for (const tier of ['MUNICIPAL', 'DISTRICT'] as const) {
    const attempts = kept.attempts.filter((attempt) => attempt.tier === tier);
    expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1));
    let toAsk: readonly string[] = registriesOf(tier);
    for (const { answers } of attempts) {
      expect(Object.keys(answers)).toEqual(toAsk);
      toAsk = Object.entries(answers).flatMap(([registry, { isSilent }]) => (isSilent ? [registry] : []));
    }
    const times = attempts.map(({ at }) => new Date(at).getTime());
    const deadline = times[0]! + tierMs;
    const household = kept.attempts.findIndex((attempt) => attempt.household !== null);
    const late = times.filter((time) => time > deadline);
    // Only without the household itself is anything asked after the deadline.
    if (late.length > 0) expect([tier, household]).toEqual(['MUNICIPAL', attempts.length - 1]);
    if (toAsk.length > 0) expect(times.at(-1)).toBeGreaterThanOrEqual(deadline);
  }
}
