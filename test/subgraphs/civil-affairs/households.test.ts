import { databaseKinds } from '../../support/databases';
import { expectErrors } from '../../support/ask';
import { openDistrict, type District, twoDepartments } from '../../support/district';
import { alsoKnownAs, death, family, marriage, someone, together } from '../../support/family';

const ids = (count: number) => Array.from({ length: count }, (_, index) => `YB-${index}`);

describe.each(databaseKinds)('Households on %s', (kind) => {
  const yin = someone('尹某');
  const spouse = someone('配偶');
  const widow = someone('寡居人');
  const buried = someone('亡夫');
  const registries = together(
    family('YB-0', [yin, spouse], { division_code: '500112012' }),
    family('YB-1', [someone('周某国')], { division_code: '500112120' }),
    family('YB-2', [someone('陈某')], { division_code: '500113001' }),
    family('YB-3', [alsoKnownAs(widow, '寡居人')], { division_code: '500112005001' }),
    marriage('HY-1', yin, spouse),
    marriage('HY-2', yin, someone('前妻'), { event: 'DIVORCE' }),
    marriage('HY-3', buried, widow),
    death('SW-1', buried),
  );
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ departments: twoDepartments, kind, registries });
  });
  afterAll(() => district.close());

  const many = 'query ($ids: [ID!]!) { households(ids: $ids) { id } }';

  it('come in the order asked, twice where asked twice, null where there is none', async () => {
    const asked = await district.ask(many, { variables: { ids: ['YB-2', 'YB-404', 'YB-0', 'YB-2'] } });
    expectErrors(asked);
    expect(asked.data).toEqual({ households: [{ id: 'YB-2' }, null, { id: 'YB-0' }, { id: 'YB-2' }] });
  });

  it('come for no ids, and for 200', async () => {
    expect(await district.ask(many, { variables: { ids: [] } })).toEqual({
      data: { households: [] },
      errors: [],
    });
    const { data, errors } = await district.ask(many, { variables: { ids: ids(200) } });
    expect(errors).toEqual([]);
    expect((data?.['households'] as unknown[]).filter(Boolean)).toHaveLength(4);
  });

  it('are refused for 201 ids, and nothing is asked', async () => {
    district.forget();
    const asked = await district.ask(many, { variables: { ids: ids(201) } });
    expectErrors(asked, 'TOO_MANY_HOUSEHOLDS at households');
    expect(asked.data).toBeNull();
    expect(district.statements).toEqual([]);
  });

  it('are known by their whole id alone', async () => {
    const close = ['yb-0', 'YB-0 ', ' YB-0', 'YB-', 'YB-%', 'YB-_', "YB-0' OR '1'='1", 'YB-0\\', 'YB-00', ''];
    const { data, errors } = await district.ask(many, { variables: { ids: close } });
    expect(errors).toEqual([]);
    expect(data).toEqual({ households: close.map(() => null) });
  });

  const fields = `{
    id members { declaredName person { id } } assets { vehicles { status } } registrations { deaths { status } }
  }`;

  it.each([
    ['a district', ['500112'], ['YB-0', 'YB-1', 'YB-3']],
    ['a street', ['500112012'], ['YB-0']],
    ['a community', ['500112005001'], ['YB-3']],
    ['several', ['500112120', '500113'], ['YB-1', 'YB-2']],
    ['the whole city', ['50'], ['YB-0', 'YB-1', 'YB-2', 'YB-3']],
    ['no division at all', [], []],
  ])('of another division do not exist for whoever has %s', async (_, divisions, seen) => {
    const all = ['YB-0', 'YB-1', 'YB-2', 'YB-3'];
    const asked = await district.ask(
      `query ($ids: [ID!]!) { households(ids: $ids) { id } searchHouseholds { edges { node { id } } } }`,
      {
        role: 'caseworker',
        divisions,
        variables: { ids: all },
      },
    );
    expectErrors(asked);
    expect(asked.data).toEqual({
      households: all.map((id) => (seen.includes(id) ? { id } : null)),
      searchHouseholds: { edges: seen.map((id) => ({ node: { id } })) },
    });
  });

  it('of another division are null exactly as one that is not there', async () => {
    const query = (id: string) => `{ household(id: "${id}") ${fields} }`;
    const options = { role: 'caseworker', divisions: ['500113'] } as const;
    expect(await district.ask(query('YB-0'), options)).toEqual(await district.ask(query('YB-404'), options));
    expect(await district.ask(query('YB-0'), options)).toEqual({ data: { household: null }, errors: [] });
    expect((await district.ask(query('YB-2'), options)).data).toMatchObject({ household: { id: 'YB-2' } });
  });

  it('show their people and registries to whoever may see them, as to one who may see all', async () => {
    const query = `{ household(id: "YB-0") ${fields} }`;
    const restricted = await district.ask(query, { role: 'caseworker', divisions: ['500112012'] });
    expect(restricted).toEqual(await district.ask(query, { role: 'caseworker' }));
    expect(restricted.data).toMatchObject({ household: { members: [{ declaredName: '尹某' }, {}] } });
  });

  const parties = (id: string) => `{ household(id: "${id}") {
    members { person { id } }
    registrations { marriages { records { recordId event parties { person { id } inHousehold deceased } } } }
  } }`;

  it('show a marriage between two of their people once', async () => {
    const { data } = await district.ask(parties('YB-0'));
    const [a, b] = [{ id: district.personId(yin.number) }, { id: district.personId(spouse.number) }];
    expect(data).toEqual({
      household: {
        members: [{ person: a }, { person: b }],
        registrations: {
          marriages: {
            records: [
              {
                recordId: 'HY-1',
                event: 'MARRIAGE',
                parties: [
                  { person: a, inHousehold: true, deceased: false },
                  { person: b, inHousehold: true, deceased: false },
                ],
              },
              {
                recordId: 'HY-2',
                event: 'DIVORCE',
                parties: [
                  { person: a, inHousehold: true, deceased: false },
                  { person: null, inHousehold: false, deceased: false },
                ],
              },
            ],
          },
        },
      },
    });
  });

  it('tell of a spouse outside only whether they died, whichever party they were', async () => {
    const { data } = await district.ask(parties('YB-3'));
    expect(data).toMatchObject({
      household: {
        registrations: {
          marriages: {
            records: [
              {
                recordId: 'HY-3',
                parties: [
                  { person: null, inHousehold: false, deceased: true },
                  { person: { id: district.personId(widow.number) }, inHousehold: true, deceased: false },
                ],
              },
            ],
          },
        },
      },
    });
    expect(JSON.stringify(data)).not.toContain(district.personId(buried.number));
  });
});

describe.each(databaseKinds)('Where a registry of households was never filled, on %s,', (kind) => {
  const family1 = family('YB-0', [someone('尹某')]);
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ departments: twoDepartments, kind, registries: {} });
  });
  afterAll(() => district.close());

  it('a household is null with an error, and so is one that would not be there', async () => {
    await district.fill({ registries: {}, neverFilled: ['households'] });
    const asked = await district.ask(
      '{ household(id: "YB-0") { id } households(ids: ["YB-0", "YB-404"]) { id } }',
    );
    expectErrors(
      asked,
      'REGISTRY_UNAVAILABLE at household',
      'REGISTRY_UNAVAILABLE at households.0',
      'REGISTRY_UNAVAILABLE at households.1',
    );
    expect(asked.data).toEqual({ household: null, households: [null, null] });
  });

  it.each(['members', 'authorisations'])(
    'of %s, a household is null with an error, never without its people',
    async (table) => {
      await district.fill({ registries: family1, neverFilled: [table] });
      for (const part of [
        'members { declaredName }',
        'obligors { declaredName }',
        'assets { vehicles { status } }',
        'registrations { deaths { status } }',
      ]) {
        const { data, errors } = await district.ask(`{ household(id: "YB-0") { ${part} } }`);
        expect([part, data]).toEqual([part, { household: null }]);
        expect(new Set(errors.map(({ extensions }) => extensions?.['code']))).toEqual(
          new Set(['REGISTRY_UNAVAILABLE']),
        );
      }
      expect(await district.ask('{ household(id: "YB-0") { id } }')).toEqual({
        data: { household: { id: 'YB-0' } },
        errors: [],
      });
    },
  );

  it.each(['households', 'members'])('of %s, a search is an error and not an empty page', async (table) => {
    await district.fill({ registries: table === 'members' ? family1 : {}, neverFilled: [table] });
    const asked = await district.ask(
      '{ searchHouseholds(filter: { applicantName: "尹某" }) { edges { cursor } } }',
    );
    expectErrors(asked, 'REGISTRY_UNAVAILABLE at searchHouseholds');
    expect(asked.data).toBeNull();
  });

  it('or a table failed, the error is the same', async () => {
    await district.fill({ registries: family1 });
    const { database } = district.department('civil-affairs');
    await database.session(({ run }) => run('ALTER TABLE households RENAME TO households_gone'));
    const asked = await district.ask('{ household(id: "YB-0") { id } }');
    const searched = await district.ask('{ searchHouseholds { edges { cursor } } }');
    await database.session(({ run }) => run('ALTER TABLE households_gone RENAME TO households'));
    expectErrors(asked, 'REGISTRY_UNAVAILABLE at household');
    expectErrors(searched, 'REGISTRY_UNAVAILABLE at searchHouseholds');
  });
});
