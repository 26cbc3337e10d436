import fc from 'fast-check';
import { nextAttemptAt } from '../../../../subgraphs/verification/running/back-off';

const minute = 60_000;
const firstAskedAt = new Date('2018-07-02T09:00:00+08:00');

/** The minutes after the first attempt at which a tier is asked whose registries stay silent. */
function minutesAsked(tierMinutes: number, lateBy: (attempt: number) => number = () => 0): number[] {
  const asked = [0];
  for (;;) {
    const askedAt = new Date(firstAskedAt.getTime() + asked.at(-1)! * minute);
    const progress = { attempts: asked.length, firstAskedAt, askedAt, tierMs: tierMinutes * minute };
    const next = nextAttemptAt(progress);
    if (next === null) return asked;
    asked.push((next.getTime() - firstAskedAt.getTime()) / minute + lateBy(asked.length));
  }
}

describe('A tier with a silent registry', () => {
  it('is asked again after 1, 2, 5, 10, 20 and every 30 minutes, and for the last time at its deadline', () => {
    expect(minutesAsked(200)).toEqual([0, 1, 3, 8, 18, 38, 68, 98, 128, 158, 188, 200]);
  });

  it('is asked about fifty times a working day', () => {
    const asked = minutesAsked(24 * 60);
    expect(asked).toHaveLength(53);
    expect(asked.at(-1)).toBe(24 * 60);
  });

  it('is asked less and less often, however late each attempt is, and never after the first one past the deadline', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.array(fc.nat(500)), (tierMinutes, late) => {
        const asked = minutesAsked(tierMinutes, (attempt) => late[attempt] ?? 0);
        expect(asked.filter((minutes) => minutes >= tierMinutes)).toHaveLength(1);
        expect(asked.toSorted((a, b) => a - b)).toEqual(asked);
      }),
      { seed: 20180702, numRuns: 200 },
    );
  });
});
