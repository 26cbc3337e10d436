import { askTier } from '../../../../subgraphs/verification/facts/ask-tier';
import type { TierAnswer } from '../../../../subgraphs/verification/facts/attempt';
import { registriesOf } from '../../../../subgraphs/verification/facts/registries-of';
import type { GraphClient } from '../../../../schema/wire/graph-client';
import { randomCase, type RawCheck } from '../../../support/eligibility/random-household';
import { seededRandom } from '../../../support/random';
import { graphOf, type Change } from './told-household';

const { household: known } = randomCase(seededRandom(7));
const household = { ...known, id: 'YB-1' };
const someone = household.members[0]!.person.id;
const everybody = [...household.members, ...household.obligors].map(({ person }) => person.id);

async function ask(change?: Change): Promise<TierAnswer> {
  return (await askAll(graphOf([household], change))).get('YB-1')!;
}

function askAll(graph: GraphClient, ids: readonly string[] = ['YB-1']) {
  const households = ids.map((id) => ({ id, registries: 'all' as const }));
  const why = { purpose: 'APPLICATION_REVIEW', reason: '核对' } as const;
  return askTier(graph, { tier: 'MUNICIPAL', households, ...why });
}

const withStatus = (status: string, person: string) => (check: RawCheck) => ({
  ...check,
  subjects: check.subjects.map((one) => (one.person.id === person ? { ...one, status } : one)),
});

/** What can come in the place of a vehicle registry's answer. */
const silences: Readonly<Record<string, (check: RawCheck) => unknown>> = {
  'is null': () => null,
  'did not arrive': () => undefined,
  'is UNAVAILABLE for somebody': withStatus('UNAVAILABLE', someone),
  'lists nobody': (check) => ({ ...check, subjects: [] }),
  'leaves somebody out': ({ subjects, ...check }) => ({
    ...check,
    subjects: subjects.filter(({ person }) => person.id !== someone),
  }),
  'does not say when it was true': (check) => ({ ...check, asOf: null }),
  'has no records': (check) => ({ ...check, records: null }),
};

describe('A registry of the tier', () => {
  it.each(Object.keys(silences))('is silent where its check %s, and no other is', async (name) => {
    const { answers } = await ask((registry, check) =>
      registry === 'vehicles' ? silences[name]!(check) : check,
    );
    const silent = Object.entries(answers).filter(([, { isSilent }]) => isSilent);
    expect(silent.map(([registry]) => registry)).toEqual(['vehicles']);
    expect(answers.vehicles?.status).toBe('UNAVAILABLE');
  });

  it.each(['UNAUTHORISED', 'NOT_COVERED', 'IDENTITY_CONFLICT', 'STALE'])(
    'has answered where it says %s: asking again would not change that',
    async (status) => {
      const { answers } = await ask((_, check) => withStatus(status, someone)(check));
      expect(answers.taxes).toMatchObject({ status, isSilent: false });
    },
  );

  it('is silent where somebody has not authorised it and of somebody else it said nothing', async () => {
    const { answers } = await ask((_, check) => ({
      ...withStatus('UNAUTHORISED', someone)(check),
      subjects: everybody.map((id) => ({
        person: { id },
        status: id === someone ? 'UNAUTHORISED' : 'UNAVAILABLE',
      })),
    }));
    expect(answers.vehicles).toMatchObject({ status: 'UNAUTHORISED', isSilent: true });
  });

  it('is kept as the graph gave it, beside what the household declared', async () => {
    const { answers, household: declared } = await ask();
    expect(answers.vehicles?.check).toEqual(household.assets['vehicles']);
    const { id: _, assets: __, registrations: ___, ...own } = household;
    expect(declared).toEqual(own);
  });
});

describe('All registries of the tier are silent', () => {
  const failing = (ask: GraphClient['ask']): GraphClient => ({ ask });
  const failures: Readonly<Record<string, GraphClient>> = {
    'where there is no such household': graphOf([]),
    'where the graph cannot be reached': failing(() => Promise.reject(new Error('ECONNREFUSED'))),
    'where the whole question failed': failing(() => Promise.resolve({ data: null, errors: [] })),
    'where the answer is of another form': failing(() =>
      Promise.resolve({ data: { households: 'none' }, errors: [] }),
    ),
  };

  it.each(Object.keys(failures))('%s', async (when) => {
    const answer = (await askAll(failures[when]!)).get('YB-1');
    const silent = { status: 'UNAVAILABLE', isSilent: true, check: null };
    const answers = Object.fromEntries(registriesOf('MUNICIPAL').map((registry) => [registry, silent]));
    expect(answer).toEqual({ household: null, answers });
  });
});

describe('A question', () => {
  it('asks only the registries that are wanted, and households that want the same together', async () => {
    const graph = graphOf(['a', 'b', 'c'].map((id) => ({ ...household, id })));
    const told = await askTier(graph, {
      tier: 'DISTRICT',
      households: [
        { id: 'a', registries: ['enrolments'] },
        { id: 'b', registries: 'all' },
        { id: 'c', registries: ['enrolments'] },
      ],
      purpose: 'RECHECK',
      reason: '复核',
    });
    const none = { presaleContracts: false, publicRentals: false, housingWorks: false };
    const all = { presaleContracts: true, publicRentals: true, housingWorks: true };
    expect(graph.asked).toEqual([
      {
        operation: 'VerificationDistrict',
        variables: { ids: ['a', 'c'], ...none, enrolments: true },
        purpose: 'RECHECK',
        reason: '复核',
      },
      expect.objectContaining({ variables: { ids: ['b'], ...all, enrolments: true } }),
    ]);
    expect(Object.keys(told.get('a')!.answers)).toEqual(['enrolments']);
    expect(told.get('a')!.household).toBeNull();
  });

  it('asks about so many households at once as the departments answer in their time', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `YB-${index}`);
    const graph = graphOf(ids.map((id) => ({ ...household, id })));
    const told = await askAll(graph, ids);
    expect(graph.asked.map(({ variables }) => (variables['ids'] as unknown[]).length)).toEqual([50, 50, 20]);
    expect([...told.keys()]).toEqual(ids);
  });
});
