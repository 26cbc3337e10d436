import { expectErrors } from '../../../support/ask';
import { databaseKinds } from '../../../support/databases';
import { allRegistries, openDistrict, timesAsked, type District } from '../../../support/district';
import { family, someone, together } from '../../../support/family';
import { fullProfile, registriesOfPersons, rowsInAll, rowsReferredTo } from '../../../support/full-profile';

/** Of two people each, and the first of them has a row in every registry. */
const households = Array.from({ length: 200 }, (_, index) => {
  const id = `YB-${index}`;
  const people = [someone('户主'), someone('配偶')] as const;
  return { id, people, registries: together(family(id, people), rowsInAll(id, people[0], someone('外人'))) };
});

/** What a registry is asked once more when others have answered. */
const laterStages = ['deaths']; // Whether the spouses whom the marriages name are alive.

/** A busy machine must not make a department late: here it is statements that count. */
const settings = { DEPARTMENT_DEADLINE_MS: '20000', REQUEST_DEADLINE_MS: '20000' };

describe.each(databaseKinds)('A profile over every registry of every department on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    const registries = together(rowsReferredTo(), ...households.map(({ registries: of }) => of));
    district = await openDistrict({ kind, registries, settings });
  }, 120_000);
  afterAll(() => district.close());

  /** The tables asked, each as often as it was. */
  async function tablesAsked(query: string, variables: Record<string, unknown> = {}): Promise<string[]> {
    district.forget();
    expectErrors(await district.ask(query, { variables }));
    expect(district.statements).toHaveLength(district.lookUps.length);
    return district.statements.map((sql) => / FROM (?!registry_state)(\w+) /.exec(sql)?.[1] ?? sql).sort();
  }

  const profiles = `query ($ids: [ID!]!) { households(ids: $ids) { ${fullProfile()} } }`;
  const expected = [...allRegistries, ...laterStages].sort();

  it.each([1, 8, 200])('takes one statement a registry and stage for %d households', async (count) => {
    const ids = households.slice(0, count).map(({ id }) => id);
    expect(await tablesAsked(profiles, { ids })).toEqual(expected);
  });

  it('finds the person in every registry', async () => {
    const { data } = await district.ask(profiles, { variables: { ids: ['YB-7'] } });
    const [{ assets, registrations }] = (data as { households: [Record<string, Record<string, Check>>] })
      .households;
    const checks = Object.entries({ ...assets, ...registrations });
    expect(checks.length).toBeGreaterThanOrEqual(15);
    expect(checks.filter(([, { status }]) => status !== 'FOUND')).toEqual([]);
    expect(checks.flatMap(([name, check]) => (recordsOf(check).length === 0 ? [name] : []))).toEqual([]);
  });

  it('asks every registry about a person once, however often it and the household are asked for', async () => {
    const twice = `query ($ids: [ID!]!) { households(ids: $ids) { ${fullProfile('again', 'andAgain')} } }`;
    expect(await tablesAsked(twice, { ids: ['YB-1', 'YB-2', 'YB-1'] })).toEqual(expected);
    for (const { number } of households[1]!.people) {
      const id = district.personId(number);
      const times = registriesOfPersons.map(({ table }) => [table, timesAsked(district, table, id)] as const);
      // A row of two persons may name either; whether they are dead is known when the spouses are asked about.
      const once = registriesOfPersons.map(({ table, persons }) => [table, [persons.length]] as const);
      expect(Object.fromEntries(times)).toEqual({ ...Object.fromEntries(once), deaths: [1, 0] });
    }
  });
});

interface Check {
  readonly status: string;
}

const recordsOf = (check: Check) => Object.values(check).flatMap((value) => (isRecords(value) ? value : []));

const isRecords = (value: unknown): value is { readonly recordId: string }[] =>
  Array.isArray(value) && value.length > 0 && 'recordId' in (value[0] as object);
