import { databaseKinds } from '../../../support/databases';
import { expectErrors } from '../../../support/ask';
import { openDistrict, timesAsked, type District, twoDepartments } from '../../../support/district';
import { family, marriage, resident, someone, together, vehicle } from '../../../support/family';

const everything = `
  members { declaredName person { id name } }
  obligors { declaredName }
  assets { vehicles { status subjects { status } records { recordId owner { id name } } } }
  registrations {
    residents { status records { recordId } }
    marriages { status records { parties { person { id } deceased } } }
    deaths { status }
    assistanceRolls { status }
  }`;

/** Three people a household, a car, a book and a spouse from outside. */
const households = Array.from({ length: 200 }, (_, index) => {
  const people = [someone('户主'), someone('配偶'), someone('子女')] as const;
  const registries = together(
    family(`YB-${index}`, people),
    vehicle(`JD-${index}`, people[0]),
    resident(`HJ-${index}`, people[0]),
    marriage(`HY-${index}`, people[0], someone('外人')),
  );
  return { id: `YB-${index}`, people, registries };
});

describe.each(databaseKinds)('The statements of one question on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      departments: twoDepartments,
      kind,
      registries: together(...households.map(({ registries }) => registries)),
    });
  }, 30_000);
  afterAll(() => district.close());

  /** The tables asked, each as often as it was. */
  async function tablesAsked(query: string, variables: Record<string, unknown> = {}): Promise<string[]> {
    district.forget();
    expectErrors(await district.ask(query, { variables }));
    expect(district.statements).toHaveLength(district.lookUps.length);
    return district.statements.map((sql) => / FROM (?!registry_state)(\w+) /.exec(sql)?.[1] ?? sql).sort();
  }

  it.each([1, 8, 200])('are one a registry and stage for %d households', async (count) => {
    const ids = households.slice(0, count).map(({ id }) => id);
    const asked = await tablesAsked(`query ($ids: [ID!]!) { households(ids: $ids) { ${everything} } }`, {
      ids,
    });
    expect(asked).toEqual([
      'assistance_rolls',
      'authorisations',
      // The household's own people, then the spouses whom the marriages name.
      'deaths',
      'deaths',
      'households',
      'marriages',
      'members',
      // For the checks, for the members' names, and for the owners' names once the vehicles are known.
      'residents',
      'residents',
      'residents',
      'vehicles',
    ]);
  });

  it('read no registry that nobody asked for', async () => {
    expect(await tablesAsked('{ household(id: "YB-1") { address } }')).toEqual(['households']);
    expect(await tablesAsked('{ household(id: "YB-1") { members { declaredName } } }')).toEqual([
      'authorisations',
      'households',
      'members',
    ]);
    expect(await tablesAsked('{ household(id: "YB-1") { assets { vehicles { status } } } }')).toEqual([
      'authorisations',
      'households',
      'members',
      'vehicles',
    ]);
  });

  it('carry a household and its people once, however often and under whatever alias they are asked for', async () => {
    const asked = await tablesAsked(`{
      households(ids: ["YB-1", "YB-2", "YB-1"]) {
        assets { vehicles { status } cars: vehicles { asOf } }
      }
    }`);
    expect(asked).toEqual(['authorisations', 'households', 'members', 'vehicles']);
    expect(timesAsked(district, 'households', 'YB-1')).toEqual([1]);
    expect(timesAsked(district, 'members', 'YB-1')).toEqual([1]);
    for (const { number } of households[1]?.people ?? []) {
      expect(timesAsked(district, 'vehicles', district.personId(number))).toEqual([1]);
    }
  });

  it('are those of one question where aliases ask for a household at the root', async () => {
    const asked = await tablesAsked(`{
      a: household(id: "YB-1") { registrations { marriages { status } deaths { status } } }
      b: household(id: "YB-2") { registrations { marriages { status } deaths { status } } }
      c: household(id: "YB-1") { members { authorised } registrations { deaths { asOf } } }
    }`);
    expect(asked).toEqual(['authorisations', 'deaths', 'households', 'marriages', 'members']);
    expect(timesAsked(district, 'households', 'YB-1')).toEqual([1]);
  });
});

describe.each(databaseKinds)('A person of several households on %s', (kind) => {
  it('is asked about once', async () => {
    const shared = someone('同住人');
    const district = await openDistrict({
      departments: twoDepartments,
      kind,
      registries: together(
        family('YB-1', [someone('甲'), shared]),
        family('YB-2', [shared, someone('乙')]),
        vehicle('JD-1', shared),
      ),
    });
    const asked = await district.ask(`{
      households(ids: ["YB-1", "YB-2"]) {
        assets { vehicles { records { recordId } } }
        registrations { residents { status } deaths { status } marriages { status } }
      }
    }`);
    const id = district.personId(shared.number);
    const times = ['vehicles', 'residents', 'deaths', 'marriages'].map((table) =>
      timesAsked(district, table, id),
    );
    await district.close();
    expectErrors(asked);
    expect(asked.data).toMatchObject({
      households: Array.from({ length: 2 }, () => ({
        assets: { vehicles: { records: [{ recordId: 'JD-1' }] } },
      })),
    });
    // A marriage has two parties, each of whom may be the person.
    expect(times).toEqual([[1], [1], [1], [2]]);
  });
});
