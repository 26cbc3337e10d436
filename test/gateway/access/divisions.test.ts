import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { packageRoot } from '../../../schema/package-root';
import type { Department } from '../../../schema/wire/graphql-exchange';
import { departments } from '../../../subgraphs';
import { databaseKinds } from '../../support/databases';
import { openDistrict, type District } from '../../support/district';
import { family, someone, together } from '../../support/family';
import { pathsToFields, writings } from '../../support/paths-to-fields';

/** Answers for nobody, and counts how often it was asked. */
class Watched implements Department {
  calls = 0;
  execute = () => this.#refuse();
  status = () => this.#refuse();

  #refuse(): Promise<never> {
    this.calls += 1;
    return Promise.reject(new Error('nobody answers here'));
  }
}

describe.each(databaseKinds)('A household of another division, on %s,', (kind) => {
  const paths = pathsToFields(
    buildSchema(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8')),
  ).filter(
    ({ above: [root], coordinate }) =>
      root?.name === 'household' && !/^Person\.(?!id$)|^Access/.test(coordinate),
  );
  const others = new Watched();
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      kind,
      registries: together(
        family('YB-1', [someone('尹某')], { division_code: '500112012' }),
        family('YB-2', [someone('杨某')], { division_code: '500113001' }),
      ),
      departments: ['civil-affairs'],
      instead: new Map(
        departments.map(({ name }) => [name, others] as const).filter(([name]) => name !== 'civil-affairs'),
      ),
    });
  });
  afterAll(() => district.close());
  beforeEach(() => (others.calls = 0));

  const ask = (query: string) => district.ask(query, { role: 'caseworker', divisions: ['500113'] });
  const named = (query: string, id: string) => query.replaceAll('"YB-1"', `"${id}"`);

  it.each(Object.keys(writings))(
    'looks like none in every field, asked for %s, and no other department is asked',
    async (writing) => {
      expect(paths.length).toBeGreaterThan(200);
      // Each question is planned anew: every field once, and some of them in every writing.
      const isWhole = kind === 'SQLite' && writing === 'directly';
      const some = isWhole ? paths : paths.filter((_, index) => index % 20 === 0);
      for (const path of some) {
        const query = writings[writing]!(path);
        const hidden = await ask(named(query, 'YB-1'));
        const none = await ask(named(query, 'YB-9'));
        expect([path.coordinate, hidden]).toEqual([path.coordinate, none]);
        expect(Object.values(hidden.data ?? {})).toEqual([null]);
      }
      expect(others.calls).toBe(0);
    },
  );

  it('takes the same statements as one that is not there', async () => {
    const query = writings['directly']!(
      paths.find(({ coordinate }) => coordinate === 'VehicleRecord.recordId')!,
    );
    const statements = [];
    for (const id of ['YB-1', 'YB-9']) {
      district.forget();
      await ask(named(query, id));
      statements.push([...district.statements]);
    }
    expect(statements[0]).toHaveLength(1);
    expect(statements[0]).toEqual(statements[1]);
  });

  it('is missing among several, and from a search', async () => {
    const several = await ask('{ households(ids: ["YB-1", "YB-2", "YB-9"]) { id } }');
    expect(several.data).toEqual({ households: [null, { id: 'YB-2' }, null] });
    for (const filter of [
      '',
      '(filter: { divisionCode: "500112" })',
      '(filter: { applicantName: "尹某" })',
    ]) {
      const { data } = await ask(
        `{ searchHouseholds${filter} { edges { node { id } } pageInfo { hasNextPage } } }`,
      );
      expect(JSON.stringify(data)).not.toContain('YB-1');
    }
  });

  it('is every household to whoever may see no division', async () => {
    const { data } = await district.ask(
      '{ household(id: "YB-2") { id } searchHouseholds { edges { cursor } } }',
      {
        role: 'caseworker',
        divisions: [],
      },
    );
    expect(data).toEqual({ household: null, searchHouseholds: { edges: [] } });
  });
});
