import type { Role } from '../../../gateway/access/roles';
import { expectErrors } from '../../support/ask';
import { openDistrict, type District } from '../../support/district';
import { family, resident, rollEntry, someone, together, vehicle } from '../../support/family';
import { memoryLedger, type MemoryLedger } from '../../support/memory-ledger';

const yin = someone('尹某');
const yang = someone('杨某');
const other = someone('陈某');
const registries = together(
  family('YB-1', [yin, yang]),
  family('YB-2', [other], { division_code: '500113' }),
  resident('HJ-1', yin),
  vehicle('CL-1', yang),
  rollEntry('TZ-1', yang, { household_id: 'YB-7' }),
);
const departments = ['civil-affairs', 'public-security'];

describe('An access in the ledger', () => {
  let district: District;
  let ledger: MemoryLedger;
  beforeAll(async () => {
    ledger = memoryLedger();
    district = await openDistrict({ departments, registries, ledger });
  });
  afterAll(() => district.close());
  beforeEach(() => {
    ledger.entries.length = 0;
    ledger.fails = false;
    ledger.isWritable = true;
  });

  const recorded = () => ledger.entries;

  it('says who, what for, why, whose data, which fields, what registries said, and how it ended', async () => {
    await district.ask(
      'query Cars($id: ID!) { household(id: $id) { members { declaredName } assets { cars: vehicles { status } } } }',
      {
        role: 'caseworker',
        divisions: ['500112'],
        purpose: 'RECHECK',
        reason: '年度复核',
        variables: { id: 'YB-1' },
      },
    );
    expect(recorded()).toEqual([
      {
        at: '2018-07-02T01:00:00.000Z',
        subject: 'test-caseworker',
        role: 'caseworker',
        divisions: ['500112'],
        purpose: 'RECHECK',
        reason: '年度复核',
        correlationId: 'test-correlation',
        operation: 'Cars',
        document: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        households: [{ id: 'YB-1', division: '500112012' }],
        persons: expect.arrayContaining(
          [yin, yang].map(({ number }) => district.personId(number)),
        ) as string[],
        fields: [
          'Household.assets',
          'Household.members',
          'HouseholdAssets.vehicles',
          'Member.declaredName',
          'Query.household',
          'VehicleCheck.status',
        ],
        registries: [{ name: 'vehicles', statuses: [{ status: 'FOUND', households: [0] }] }],
        outcome: 'ANSWERED',
        codes: [],
      },
    ]);
  });

  it('has an id of every person of the household, and of nobody else', async () => {
    await district.ask('{ household(id: "YB-1") { assets { vehicles { status } } } }');
    expect([...(recorded()[0]?.persons ?? [])].sort()).toEqual(
      [yin, yang].map(({ number }) => district.personId(number)).sort(),
    );
  });

  it.each(['deaths', 'marriages', 'assistanceRolls'])(
    'has an id of everybody whom the bureau’s own registry of %s was asked about',
    async (registry) => {
      await district.ask(`{ household(id: "YB-1") { registrations { ${registry} { status } } } }`);
      expect([...(recorded()[0]?.persons ?? [])].sort()).toEqual(
        [yin, yang].map(({ number }) => district.personId(number)).sort(),
      );
    },
  );

  it('has a household elsewhere on whose roll a member stands, though it is not charged', async () => {
    await district.ask(
      '{ household(id: "YB-1") { registrations { assistanceRolls { records { program } } } } }',
    );
    expect(recorded()[0]?.households).toEqual([
      { id: 'YB-1', division: '500112012' },
      { id: 'YB-7', division: null },
    ]);
  });

  it('names no person where only the household was asked for', async () => {
    await district.ask('{ household(id: "YB-1") { divisionCode } }');
    expect(recorded()).toMatchObject([{ households: [{ id: 'YB-1' }], persons: [], registries: [] }]);
  });

  it('has the status of every registry for every household of a page', async () => {
    await district.ask('{ households(ids: ["YB-2", "none", "YB-1"]) { assets { vehicles { asOf } } } }');
    const [entry] = recorded();
    expect(entry?.households).toEqual([
      { id: 'YB-2', division: '500113' },
      { id: 'none', division: null },
      { id: 'YB-1', division: '500112012' },
    ]);
    expect(entry?.registries).toEqual([
      {
        name: 'vehicles',
        statuses: [
          { status: 'NO_RECORD', households: [0] },
          { status: 'FOUND', households: [2] },
        ],
      },
    ]);
  });

  it('says of a department that did not answer what the answer said', async () => {
    await district.ask('{ household(id: "YB-1") { assets { realEstate { status } } } }');
    expect(recorded()).toMatchObject([
      {
        registries: [{ name: 'realEstate', statuses: [{ status: 'UNAVAILABLE', households: [0] }] }],
        outcome: 'PARTIAL',
        codes: ['DEPARTMENT_UNAVAILABLE'],
      },
    ]);
  });

  it.each<[string, string, string[]]>([
    ['a search', '{ searchHouseholds { edges { node { id } } } }', ['YB-1', 'YB-2']],
    ['the cursors of a search', '{ searchHouseholds { edges { cursor } } }', ['YB-1', 'YB-2']],
    ['a search for where it ends', '{ searchHouseholds { pageInfo { endCursor } } }', ['YB-1', 'YB-2']],
    [
      'a search for whether there is anybody',
      '{ searchHouseholds { edges { __typename } } }',
      ['YB-1', 'YB-2'],
    ],
    ['an alias', '{ h: household(id: "YB-1") { i: id } }', ['YB-1']],
    [
      'a fragment',
      '{ ...q } fragment q on Query { household(id: "YB-2") { ...h } } fragment h on Household { id }',
      ['YB-2'],
    ],
    [
      'an inline fragment',
      '{ ... on Query { household(id: "YB-2") { ... on Household { members { person { id } } } } } }',
      ['YB-2'],
    ],
    ['a question for nothing but the type', '{ household(id: "YB-1") { __typename } }', ['YB-1']],
  ])('has the households of %s', async (_, query, households) => {
    await district.ask(query);
    expect(
      recorded()[0]
        ?.households.map(({ id }) => id)
        .sort(),
    ).toEqual(households);
  });

  it('has who a pseudonym is asked to be', async () => {
    const id = district.personId(yin.number);
    await district.ask(`{ person(id: "${id}") { name } }`);
    expect(recorded()).toMatchObject([{ persons: [id], households: [] }]);
  });

  it('looks the same for a household that is not there and for one that may not be seen, but for its number', async () => {
    for (const id of ['YB-2', 'YB-9']) {
      await district.ask(`{ household(id: "${id}") { members { declaredName } } }`, {
        divisions: ['500112'],
      });
    }
    const [hidden, none] = recorded().map(({ document: _document, households, ...entry }) => ({
      ...entry,
      divisions: households.map(({ division }) => division),
    }));
    expect(hidden).toEqual(none);
  });

  it.each<[string, Role, string, string]>([
    [
      'a field of others',
      'caseworker',
      '{ person(id: "a") { name } household(id: "YB-1") { id } }',
      'FORBIDDEN',
    ],
    ['a purpose of others', 'assistance', '{ household(id: "YB-1") { id } }', 'PURPOSE_NOT_ALLOWED'],
  ])('is left by a refusal too: %s', async (_, role, query, code) => {
    await district.ask(query, { role, purpose: 'OBJECTION' });
    expect(recorded()).toMatchObject([{ outcome: 'REFUSED', codes: [code], households: [{ id: 'YB-1' }] }]);
  });

  it('is none where nobody is asked about', async () => {
    await district.ask('{ registries { name } }', { role: 'operator' });
    await district.ask('{ __schema { queryType { name } } }', { role: 'auditor' });
    await district.ask('{ nothing }');
    expect(recorded()).toEqual([]);
  });

  it('holds no identity number that somebody put where an id belongs', async () => {
    await district.ask(
      `query Q${yin.number} { household(id: "${yin.number}") { id } person(id: "${yin.number}") { id } }`,
    );
    expect(recorded()).toHaveLength(1);
    expect(JSON.stringify(recorded()).includes(yin.number)).toBe(false);
  });

  const names = '{ household(id: "YB-1") { members { declaredName } } }';

  it('that cannot be written keeps the answer back', async () => {
    ledger.fails = true;
    const asked = await district.ask(names);
    expectErrors(asked, 'LEDGER_UNAVAILABLE');
    expect(asked.data ?? null).toBeNull();
  });

  it('that cannot be written is not asked for where that is known before', async () => {
    ledger.isWritable = false;
    district.forget();
    expectErrors(await district.ask(names), 'LEDGER_UNAVAILABLE');
    expect(district.statements).toEqual([]);
  });

  it('that cannot be written keeps back neither a refusal nor what is nobody’s', async () => {
    ledger.fails = true;
    expectErrors(await district.ask('{ person(id: "a") { name } }', { role: 'caseworker' }), 'FORBIDDEN');
    expect(await district.ask('{ registries { name } }', { role: 'operator' })).toMatchObject({ errors: [] });
  });

  it('asks under names that no client may use', async () => {
    expectErrors(
      await district.ask('{ household(id: "YB-1") { ledger_id: address } }'),
      'GRAPHQL_VALIDATION_FAILED',
    );
  });
});
