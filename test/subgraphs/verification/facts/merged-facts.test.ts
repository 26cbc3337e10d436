import fc from 'fast-check';
import { assess } from '../../../../subgraphs/eligibility/engine/assess';
import { readFacts, registryNames, type Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { askTier } from '../../../../subgraphs/verification/facts/ask-tier';
import type { Attempt } from '../../../../subgraphs/verification/facts/attempt';
import { mergedFacts } from '../../../../subgraphs/verification/facts/merged-facts';
import { stillSilent } from '../../../../subgraphs/verification/facts/still-silent';
import { randomCase, type RandomCase, type RawCheck } from '../../../support/eligibility/random-household';
import { seededRandom, type Random } from '../../../support/random';
import { graphOf } from './told-household';

const run = { seed: 20180702, numRuns: 150 };
const policies = loadPolicies();
const at = new Date('2018-07-02T09:00:00+08:00');

/** Asks both tiers, each so often, every registry silent now and then: of all its people or of some. */
async function attemptsAt({ household }: RandomCase, random: Random, share: number, times: number) {
  const attempts: Attempt[] = [];
  for (const tier of ['MUNICIPAL', 'DISTRICT'] as const) {
    for (let number = 1; number <= times; number += 1) {
      const registries = stillSilent(
        tier,
        attempts.filter((attempt) => attempt.tier === tier),
      );
      const graph = graphOf([household], (_, check) =>
        random.chance(share) ? random.pick(silences)(check, random) : check,
      );
      const question = { tier, purpose: 'APPLICATION_REVIEW', reason: '核对' } as const;
      const told = await askTier(graph, { ...question, households: [{ id: household.id, registries }] });
      attempts.push({ ...told.get(household.id)!, tier, number, at });
    }
  }
  return attempts;
}

const silences: readonly ((check: RawCheck, random: Random) => unknown)[] = [
  () => null,
  (check) => ({ ...check, asOf: null }),
  ({ subjects, ...check }, random) => ({
    ...check,
    records: [],
    subjects: subjects.map((one) => (random.chance(0.7) ? { ...one, status: 'UNAVAILABLE' } : one)),
  }),
];

function assessedOf({ household, on }: RandomCase, representation: Readonly<Record<string, unknown>>) {
  const policy = policies.inForce(household.application.program as Program, on);
  return assess(readFacts(representation), policy, on);
}

/** Through JSON, as attempts are kept. */
const kept = (attempts: readonly Attempt[]): readonly Attempt[] =>
  JSON.parse(JSON.stringify(attempts)) as readonly Attempt[];

describe('Facts put together from several attempts', () => {
  it('are those that are told at once, where every registry answered in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = seededRandom(seed);
        const given = randomCase(random);
        const early = await attemptsAt(given, random, 0.5, 2);
        const late = (await attemptsAt(given, random, 0, 1)).map((attempt) => ({ ...attempt, number: 3 }));
        const merged = mergedFacts(given.household.id, kept([...early, ...late]));
        expect(assessedOf(given, merged)).toEqual(assessedOf(given, { ...given.household }));
      }),
      run,
    );
  });

  it('are the same in whichever order the attempts are given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.infiniteStream(fc.nat()), async (seed, keys) => {
        const random = seededRandom(seed);
        const given = randomCase(random);
        const attempts = await attemptsAt(given, random, 0.5, 3);
        const shuffled = attempts
          .map((attempt) => ({ attempt, key: keys.next().value as number }))
          .sort((one, other) => one.key - other.key)
          .map(({ attempt }) => attempt);
        const { id } = given.household;
        expect(mergedFacts(id, shuffled)).toEqual(mergedFacts(id, attempts));
      }),
      run,
    );
  });

  it('never say NO_RECORD or FOUND of somebody of whom every attempt was silent, and never lose what one told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = seededRandom(seed);
        const given = randomCase(random);
        const attempts = await attemptsAt(given, random, 0.7, 2);
        const merged = readFacts(mergedFacts(given.household.id, attempts));
        const checks = { ...merged.assets, ...merged.registrations };
        for (const registry of registryNames) {
          const answers = attempts.flatMap((attempt) => attempt.answers[registry] ?? []);
          const isAnswered = answers.some(({ isSilent }) => !isSilent);
          const unknown = [...given.household.members, ...given.household.obligors].filter(
            ({ person }) => (checks[registry].statuses.get(person.id) ?? 'UNAVAILABLE') === 'UNAVAILABLE',
          );
          expect(unknown.length === 0).toBe(isAnswered);
        }
      }),
      run,
    );
  });

  it('keep a registry’s first whole answer: one that comes late changes nothing', () => {
    const { household } = randomCase(seededRandom(3));
    const told = (status: string) => ({
      asOf: '2018-07-02T08:00:00+08:00',
      records: [],
      subjects: household.members.map(({ person }) => ({ person, status })),
    });
    const attempt = (number: number, status: string): Attempt => ({
      tier: 'MUNICIPAL',
      number,
      at,
      household: { residence: number === 1 ? 'URBAN' : 'RURAL' },
      answers: { vehicles: { status: 'FOUND', isSilent: false, check: told(status) } },
    });
    const merged = mergedFacts('YB-1', [attempt(2, 'FOUND'), attempt(1, 'NO_RECORD')]);
    expect(merged).toMatchObject({ residence: 'URBAN', assets: { vehicles: told('NO_RECORD') } });
  });

  it('are none where no attempt told the household itself', () => {
    const silent: Attempt = { tier: 'MUNICIPAL', number: 1, at, household: null, answers: {} };
    expect(() => mergedFacts('YB-1', [silent])).toThrow('no attempt told the household itself');
  });
});
