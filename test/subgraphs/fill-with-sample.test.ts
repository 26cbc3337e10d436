import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../schema/package-root';
import { fillWithSample } from '../../subgraphs/fill-with-sample';
import { keepsRegistries } from '../../subgraphs/runtime/define-subgraph';
import type { Registry } from '../../subgraphs/runtime/registry/registry';
import { allRegistries, now, openDistrict, type District } from '../support/district';

const inAnHour = new Date(now.getTime() + 3_600_000);

function handWritten(department: string, { table }: Registry): number {
  const path = join(packageRoot, 'subgraphs', department, 'sample', `${table}.csv`);
  return existsSync(path) ? (parse(readFileSync(path)) as unknown[]).length - 1 : 0;
}

describe('The district that a first start fills', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ registries: {}, neverFilled: allRegistries });
    await fillWithSample(district.graph.departments, district.databases.config, now);
  });
  afterAll(() => district.close());

  const states = async () =>
    Promise.all(
      district.graph.departments
        .filter(({ subgraph }) => keepsRegistries(subgraph))
        .map(async ({ subgraph, database }) => ({
          subgraph,
          rows: await database.select('SELECT registry, records, source, as_of FROM registry_state'),
        })),
    );

  it('holds 200 made-up households beside the hand-written ones', async () => {
    const { data } = await district.ask('{ registries { name records } }', { role: 'operator' });
    const registries = data?.['registries'] as { name: string; records: number }[];
    expect(registries.find(({ name }) => name === 'households')?.records).toBe(206);
  });

  it('fills every registry of every department', async () => {
    for (const { subgraph, rows } of await states()) {
      for (const registry of subgraph.registries) {
        const state = rows.find((row) => row['registry'] === registry.name);
        expect(state).toMatchObject({ source: 'sample' });
        expect(Number(state?.['records'])).toBeGreaterThanOrEqual(handWritten(subgraph.name, registry));
      }
    }
  });

  it('keeps every hand-written row: no generated one has its key', async () => {
    for (const { subgraph, database } of district.graph.departments) {
      for (const registry of subgraph.registries) {
        const path = join(packageRoot, 'subgraphs', subgraph.name, 'sample', `${registry.table}.csv`);
        const rows = parse<Record<string, string>>(readFileSync(path), { columns: true, bom: true });
        const told = registry.columns.find(
          ({ optional, stored }) => !optional && stored[0]?.name !== 'person_id',
        );
        const column = told?.name ?? '';
        const held = await database.select(`SELECT ${column} FROM ${registry.table}`);
        const values = new Set(held.map((row) => String(row[column])));
        expect(rows.filter((row) => !values.has(row[column] ?? ''))).toEqual([]);
      }
    }
  });

  it('is as of now at the next start, and not filled again', async () => {
    const before = (await states()).flatMap(({ rows }) => rows.map(({ records }) => records));
    await fillWithSample(district.graph.departments, district.databases.config, inAnHour);
    const after = (await states()).flatMap(({ rows }) => rows);
    expect(after.map(({ records }) => records)).toEqual(before);
    expect(new Set(after.map((row) => Number(row['as_of'])))).toEqual(new Set([inAnHour.getTime()]));
  });
});
