import { pino } from 'pino';
import { readConfig } from '../../../schema/config/read-config';
import { eligibility } from '../../../subgraphs/eligibility';
import { registryNames } from '../../../subgraphs/eligibility/engine/facts/facts';
import { openDepartment, type OpenDepartment } from '../../../subgraphs/runtime/serve/open-department';
import { household, record, type ArrivedCheck, type Representation } from './representation';

/** As the department itself answers: no gateway has completed anything. */
let department: OpenDepartment;
beforeAll(async () => {
  department = await openDepartment(eligibility, {
    config: readConfig({}, []),
    logger: pino({ level: 'silent' }),
  });
});
afterAll(() => department.close());

interface Assessed {
  readonly id: string;
  readonly eligibility: {
    readonly program: string;
    readonly outcome: string;
    readonly assessedOn: string;
    readonly policy: { readonly id: string };
    readonly findings: readonly { readonly code: string }[];
    readonly unanswered: readonly { readonly registry: string; readonly status: string }[];
  } | null;
}

const whole = 'program outcome assessedOn policy { id } findings { code } unanswered { registry status }';

async function assess(representations: readonly unknown[], args = '') {
  const query = `query ($r: [_Any!]!) {
    _entities(representations: $r) { ... on Household { id eligibility${args} { ${whole} } } }
  }`;
  const call = {
    callers: [{ subject: 'a', role: 'caseworker', correlationId: 'c' }],
    purpose: null,
    cases: representations.map((given) => (given as Representation).id),
    budgetMs: 5000,
  };
  const { data, errors = [] } = await department.execute({ query, variables: { r: representations } }, call);
  return { households: (data?.['_entities'] ?? []) as readonly Assessed[], errors };
}

async function outcomeOf(representation: Representation) {
  const { households, errors } = await assess([representation]);
  expect(errors).toEqual([]);
  return households[0]!.eligibility!;
}

/** A household that meets the conditions of a program which reads this registry. */
function meeting(registry: string): Representation {
  if (registry !== 'publicRentals') return household('YB-1');
  const onRoll = household('YB-1', { program: 'HOUSING_ASSISTANCE' });
  const entry = { ...record('assistanceRolls', 'YB-1-1'), status: 'DRAWING', householdId: 'YB-1', to: null };
  Object.assign(onRoll.registrations['assistanceRolls']!, {
    subjects: [{ person: { id: 'YB-1-1' }, status: 'FOUND' }],
    records: [entry],
  });
  return onRoll;
}

const namespaceOf = (representation: Representation, registry: string) =>
  registry in representation.assets ? representation.assets : representation.registrations;

/** What can become of a check on its way. */
const losses: Readonly<Record<string, (check: ArrivedCheck, registry: string) => unknown>> = {
  'is null': () => null,
  'did not arrive': () => undefined,
  'is a text': () => 'NO_RECORD',
  'is empty': () => ({}),
  'lists nobody': (check) => ({ ...check, subjects: [] }),
  'lists somebody else': (check) => ({
    ...check,
    subjects: [{ person: { id: 'YB-2-1' }, status: 'NO_RECORD' }],
  }),
  'has no list of people': (check) => ({ ...check, subjects: null }),
  'has a person without a status': (check) => ({ ...check, subjects: [{ person: { id: 'YB-1-1' } }] }),
  'has a status that is none': (check) => ({
    ...check,
    subjects: [{ person: { id: 'YB-1-1' }, status: 'NONE' }],
  }),
  'was not answered': (check) => ({
    ...check,
    subjects: [{ person: { id: 'YB-1-1' }, status: 'UNAVAILABLE' }],
  }),
  'does not say when it was true': (check) => ({ ...check, asOf: null }),
  'has no records': (check) => ({ ...check, records: null }),
  'has a record that is null': (check) => ({ ...check, records: [null] }),
  'has a record that is empty': (check) => ({ ...check, records: [{}] }),
  'has a record whose id is a number': (check, registry) => ({
    ...check,
    records: [{ ...record(registry, 'YB-1-1'), recordId: 7 }],
  }),
};

describe.each(registryNames.map((name) => [name]))('Where what %s says', (registry) => {
  it('arrives, and is nothing, the household meets the conditions', async () => {
    expect(await outcomeOf(meeting(registry))).toMatchObject({ outcome: 'MEETS', unanswered: [] });
  });

  it.each(Object.keys(losses))('%s, nobody is told that it meets them', async (name) => {
    const representation = meeting(registry);
    const namespace = namespaceOf(representation, registry);
    namespace[registry] = losses[name]!(namespace[registry]!, registry) as ArrivedCheck;
    const { outcome, unanswered } = await outcomeOf(representation);
    expect(outcome).toBe('UNDETERMINED');
    expect(unanswered).toContainEqual({ registry, status: 'UNAVAILABLE' });
  });
});

describe('Where all of a namespace did not arrive', () => {
  it.each(['assets', 'registrations'] as const)('%s: nobody meets the conditions', async (namespace) => {
    for (const value of [null, undefined, {}]) {
      const { outcome, unanswered } = await outcomeOf({ ...household('YB-1'), [namespace]: value });
      expect(outcome).toBe('UNDETERMINED');
      expect(unanswered.length).toBeGreaterThan(3);
    }
  });
});

describe('A household whose own facts are of another form', () => {
  const others: readonly (readonly [string, (representation: Representation) => unknown])[] = [
    ['without members', (was) => ({ ...was, members: undefined })],
    ['whose members are nobody', (was) => ({ ...was, members: [] })],
    ['with a member who is null', (was) => ({ ...was, members: [null] })],
    [
      'with a day of birth that is none',
      (was) => ({ ...was, members: [{ ...was.members[0], birthDate: '1966' }] }),
    ],
    ['without an application', (was) => ({ ...was, application: null })],
    [
      'for a program that is none',
      (was) => ({ ...was, application: { ...was.application, program: 'ALMS' } }),
    ],
    [
      'with an amount that is a number',
      (was) => ({
        ...was,
        application: { ...was.application, declaredFinancialAssets: 2000 },
      }),
    ],
  ];

  it.each(others)('%s is not assessed, and the others of its page are', async (_, change) => {
    const { households, errors } = await assess([
      household('YB-0'),
      change(household('YB-1')),
      household('YB-2'),
    ]);
    expect(households.map(({ id, eligibility: told }) => [id, told?.outcome])).toEqual([
      ['YB-0', 'MEETS'],
      ['YB-1', undefined],
      ['YB-2', 'MEETS'],
    ]);
    expect(errors).toMatchObject([
      { path: ['_entities', 1, 'eligibility'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ]);
  });
});

describe('A gateway that leaves out what is null', () => {
  const withoutNulls = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withoutNulls);
    if (typeof value !== 'object' || value === null) return value;
    const left = Object.entries(value)
      .map(([name, of]) => [name, withoutNulls(of)] as const)
      .filter(
        ([name, of]) => of !== null && !(name === 'declaredIncome' && Object.keys(of as object).length === 0),
      );
    return Object.fromEntries(left);
  };

  it.each(registryNames.map((name) => [name]))(
    'gets the same assessment, with a row of %s',
    async (registry) => {
      const representation = meeting(registry);
      const namespace = namespaceOf(representation, registry);
      const rows = { records: [record(registry, 'YB-1-1')] };
      namespace[registry] = { ...namespace[registry]!, ...rows };
      const thin = withoutNulls(representation);
      expect(JSON.stringify(thin)).not.toContain('declaredIncome');
      expect(await outcomeOf(thin as Representation)).toEqual(await outcomeOf(representation));
    },
  );
});

describe('An assessment', () => {
  it('is of the program applied for, by the rules of the day of application', async () => {
    expect(await outcomeOf(household('YB-1', { program: 'TEMPORARY_ASSISTANCE' }))).toMatchObject({
      program: 'TEMPORARY_ASSISTANCE',
      assessedOn: '2018-06-11',
      policy: { id: 'TEMPORARY_ASSISTANCE-2017' },
    });
  });

  it('is by the rules of the day that is asked for', async () => {
    const { households } = await assess([household('YB-1')], '(on: "2023-01-01")');
    expect(households[0]?.eligibility).toMatchObject({
      assessedOn: '2023-01-01',
      policy: { id: 'MINIMUM_LIVING_ALLOWANCE-2022' },
    });
  });

  it('of a program that was not applied for uses no fact', async () => {
    const { households } = await assess([household('YB-1')], '(program: MEDICAL_ASSISTANCE)');
    expect(households[0]?.eligibility).toMatchObject({
      program: 'MEDICAL_ASSISTANCE',
      outcome: 'UNDETERMINED',
      findings: [{ code: 'PURPOSE_MISMATCH' }],
      unanswered: [],
    });
  });

  it('takes a program or a day of null for none given', async () => {
    const { households } = await assess([household('YB-1')], '(program: null, on: null)');
    expect(households[0]?.eligibility).toMatchObject({ outcome: 'MEETS', assessedOn: '2018-06-11' });
  });

  it('is an error with program and day where none of its rules are in force, and the others are whole', async () => {
    const page = [household('YB-0'), household('YB-1', { appliedOn: '2010-06-11' }), household('YB-2')];
    const { households, errors } = await assess(page);
    expect(households.map(({ eligibility: told }) => told?.outcome)).toEqual(['MEETS', undefined, 'MEETS']);
    expect(errors).toEqual([
      {
        message: expect.stringContaining('in force') as string,
        path: ['_entities', 1, 'eligibility'],
        extensions: {
          code: 'NO_POLICY_IN_FORCE',
          program: 'MINIMUM_LIVING_ALLOWANCE',
          on: '2010-06-11',
        },
      },
    ]);
  });

  it('is the same error where no standard is', async () => {
    const { errors } = await assess([household('YB-1')], '(on: "2014-01-01")');
    expect(errors[0]?.extensions).toMatchObject({ code: 'NO_POLICY_IN_FORCE', on: '2014-01-01' });
  });
});
