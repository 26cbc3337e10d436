import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departments } from '../../../subgraphs';
import { databaseOnDemand } from '../../../subgraphs/runtime/import/database-on-demand';
import { describeReport } from '../../../subgraphs/runtime/import/describe-report';
import { importFolder } from '../../../subgraphs/runtime/import/import-folder';
import { exchangeFiles } from '../../../subgraphs/sample/registries';
import { writtenDistrict, type WrittenDistrict } from './written-district';

let data: string;
let district: WrittenDistrict;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'sample-data-'));
  district = writtenDistrict(300);
});
afterAll(() => {
  district.remove();
  rmSync(data, { recursive: true });
});

it('Every department takes its files of a sample without a problem', async () => {
  const opened = departments.map((subgraph) => {
    const settings = { dialect: 'sqlite', file: join(data, `${subgraph.name}.sqlite`) } as const;
    return { subgraph, database: databaseOnDemand({ ...subgraph, settings }) };
  });
  const reports = await importFolder({
    directory: district.folder,
    departments: opened,
    personKey: Buffer.alloc(32, 7),
    clock: () => new Date('2018-07-01T09:00:00+08:00'),
  });
  for (const { database } of opened) await database.close();

  // Files of departments that this installation has not got are strangers to it.
  const taken = reports.filter(({ department }) => department !== undefined);
  expect(taken.flatMap((report) => describeReport(report).problems)).toEqual([]);
  expect(taken.map(({ file, written }) => [file, written])).toEqual(
    departments
      .flatMap(({ registries }) => registries)
      .filter(({ table }) => exchangeFiles.some(({ name }) => name === `${table}.csv`))
      .map(({ table }) => [`${table}.csv`, district.rows(table).length]),
  );
});
