import { roles, type Role } from '../../../gateway/access/roles';
import type { Department } from '../../../schema/wire/graphql-exchange';
import { expectErrors } from '../../support/ask';
import { openDistrict, type District } from '../../support/district';
import { family, someone, together } from '../../support/family';

const declared = { declared_rigid_spending: '50000.00', declared_financial_assets: '2000.00' };

/** 200 people who live alone, of whom one applied before there were rules. */
const ids = Array.from({ length: 200 }, (_, index) => `YB-${index}`);
const tooEarly = 'YB-77';
const registries = together(
  ...ids.map((id) =>
    family(id, [someone('尹某')], {
      ...declared,
      ...(id === tooEarly ? { applied_on: '2010-06-11' } : {}),
    }),
  ),
);

const page = 'query ($ids: [ID!]!) { households(ids: $ids) { id eligibility { outcome } } }';

type Household = { readonly id: string; readonly eligibility: { readonly outcome: string } | null } | null;

describe('A page of households', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ registries });
  });
  afterAll(() => district.close());

  it('is assessed whole but for the one whose day has no rules, and an error names its program and day', async () => {
    const asked = await district.ask(page, { variables: { ids } });
    const households = asked.data?.['households'] as readonly Household[];
    expect(households.map((household) => household?.eligibility?.outcome)).toEqual(
      ids.map((id) => (id === tooEarly ? undefined : 'MEETS')),
    );
    expect(asked.errors).toEqual([
      {
        message: expect.stringContaining('in force') as string,
        path: ['households', 77, 'eligibility'],
        extensions: {
          code: 'NO_POLICY_IN_FORCE',
          program: 'TEMPORARY_ASSISTANCE',
          on: '2010-06-11',
          department: 'eligibility',
          messageZh: expect.any(String) as string,
          correlationId: expect.any(String) as string,
        },
      },
    ]);
  });

  it('may ask for several assessments of each household under other names', async () => {
    const asked = await district.ask(`{
      household(id: "YB-1") {
        then: eligibility(on: "2018-06-11") { policy { id } }
        later: eligibility(on: "2023-01-01") { policy { id } }
        before: eligibility(on: "2010-01-01") { policy { id } }
        other: eligibility(program: HOUSING_ASSISTANCE) { findings { code } }
      }
    }`);
    expect(asked.data?.['household']).toEqual({
      then: { policy: { id: 'TEMPORARY_ASSISTANCE-2017' } },
      later: { policy: { id: 'TEMPORARY_ASSISTANCE-2022' } },
      before: null,
      other: { findings: [{ code: 'PURPOSE_MISMATCH' }] },
    });
    expectErrors(asked, 'NO_POLICY_IN_FORCE at household.before');
  });

  it('asks each registry no more often than it would without an assessment', async () => {
    district.forget();
    await district.ask('{ household(id: "YB-1") { eligibility { outcome } } }');
    const tables = district.lookUps.map(({ sql }) => / FROM (?!registry_state)(\w+) /.exec(sql)?.[1]);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.sort()).toEqual([...new Set(tables)].sort());
    expect(tables).not.toContain('resettlement');
  });
});

describe('The edition in force', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ registries: {}, departments: ['eligibility'] });
  });
  afterAll(() => district.close());

  const edition = async (program: string, on: string) => {
    const asked = await district.ask(
      `query ($program: AssistanceProgram!, $on: Date!) {
        policyEdition(program: $program, on: $on) { id program title document effectiveFrom effectiveTo announcedOn }
      }`,
      { variables: { program, on } },
    );
    expectErrors(asked);
    return asked.data?.['policyEdition'];
  };

  it('of a program on a day is told', async () => {
    expect(await edition('MINIMUM_LIVING_ALLOWANCE', '2018-06-11')).toMatchObject({
      id: 'MINIMUM_LIVING_ALLOWANCE-2017',
      program: 'MINIMUM_LIVING_ALLOWANCE',
      effectiveFrom: '2017-04-01',
      effectiveTo: '2022-12-31',
    });
    expect(await edition('MINIMUM_LIVING_ALLOWANCE', '2030-01-01')).toMatchObject({ effectiveTo: null });
  });

  it('is null where there is none, and that is no error', async () => {
    expect(await edition('MINIMUM_LIVING_ALLOWANCE', '2013-10-31')).toBeNull();
    expect(await edition('MINIMUM_LIVING_ALLOWANCE', '2013-11-01')).not.toBeNull();
  });
});

describe('While nobody assesses', () => {
  const down: Department = {
    execute: () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })),
    status: () => Promise.reject(new Error('down')),
  };

  it('an assessment is null with an error at its household, and all else stays', async () => {
    const two = together(...['YB-1', 'YB-2'].map((id) => family(id, [someone('尹某')], declared)));
    const district = await openDistrict({ registries: two, instead: new Map([['eligibility', down]]) });
    const asked = await district.ask(
      `query ($ids: [ID!]!) {
        households(ids: $ids) { id eligibility { outcome } assets { vehicles { status } } }
        policyEdition(program: HOUSING_ASSISTANCE, on: "2018-06-11") { id }
      }`,
      { variables: { ids: ['YB-1', 'YB-0000', 'YB-2'] } },
    );
    await district.close();
    const told = (id: string) => ({ id, eligibility: null, assets: { vehicles: { status: 'NO_RECORD' } } });
    expect(asked.data).toEqual({
      households: [told('YB-1'), null, told('YB-2')],
      policyEdition: null,
    });
    expectErrors(
      asked,
      'DEPARTMENT_UNAVAILABLE',
      'DEPARTMENT_UNAVAILABLE at households.0',
      'DEPARTMENT_UNAVAILABLE at households.2',
    );
  });
});

describe('An assessment', () => {
  const scopes = ['household:read', 'registry:read', 'eligibility:assess'];
  const mayAssess = (role: Role) =>
    scopes.every((scope) => (roles[role] as readonly string[]).includes(scope));

  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ registries: family('YB-1', [someone('尹某')], declared) });
  });
  afterAll(() => district.close());

  it.each(Object.keys(roles) as Role[])('is for roles alone that have its scopes: %s', async (role) => {
    district.forget();
    const household = await district.ask('{ household(id: "YB-1") { eligibility { outcome } } }', { role });
    const policy = await district.ask(
      '{ policyEdition(program: HOUSING_ASSISTANCE, on: "2018-06-11") { id } }',
      {
        role,
      },
    );
    const asked = district.statements.length;
    if (mayAssess(role)) {
      expectErrors(household);
      expectErrors(policy);
      expect(household.data).toEqual({ household: { eligibility: { outcome: 'MEETS' } } });
    } else {
      expectErrors(household, 'FORBIDDEN');
      expectErrors(policy, 'FORBIDDEN');
      expect({ data: household.data, asked }).toEqual({ data: undefined, asked: 0 });
      expect(household.errors[0]?.extensions?.['fields']).toContain('Household.eligibility');
    }
  });

  it('is for some and not for all', () => {
    expect((Object.keys(roles) as Role[]).filter((role) => !mayAssess(role))).toEqual(['operator']);
  });
});
