import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseKinds, testDatabases, type TestDatabases } from '../../../support/databases';
import { openProcesses } from '../../../support/processes';
import { csv, household, member, misspelt, people, vehicle } from './exchange-rows';

jest.setTimeout(120_000);

const script = 'dist/subgraphs/runtime/cli/import.js';
const asOf = ['--as-of', '2018-05-31T00:30:00Z'];
const usage = ' (npm run import -- DIR [--replace] [--as-of INSTANT] [--keep-good])\n';
const failed = 'The import stopped, and the file at hand was not imported: ';

describe('The command line', () => {
  const processes = openProcesses('import');
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  afterAll(() => processes.close());

  function importing(databases: TestDatabases | undefined, ...args: string[]) {
    return processes.run({ command: [script, ...args], settings: { ...databases?.env } });
  }
  const lay = (file: string, content: string) => writeFileSync(join(folder, file), content);

  describe.each(databaseKinds)('on %s', (kind) => {
    let databases: TestDatabases;
    beforeEach(() => {
      databases = testDatabases(kind);
    });
    afterEach(() => databases.remove());

    test('imports all files of a folder, households before members', async () => {
      lay('members.csv', csv(member(), member({ id_number: people.bo })));
      lay('vehicles.csv', csv(vehicle()));
      lay('households.csv', csv(household()));
      expect(await importing(databases, folder, ...asOf)).toEqual({
        status: 0,
        stdout:
          'households.csv: 1 row, civil-affairs households, as of 2018-05-31T08:30:00+08:00\n' +
          'members.csv: 2 rows, civil-affairs members, as of 2018-05-31T08:30:00+08:00\n' +
          'vehicles.csv: 1 row, public-security vehicles, as of 2018-05-31T08:30:00+08:00\n',
        stderr: '',
      });
    });

    test('tells what is wrong with a file, imports the others, and exits 1', async () => {
      lay('households.csv', csv(household()));
      lay('vehicles.csv', csv(vehicle(), vehicle({ record_id: 'V2', owner_id_number: misspelt(people.bo) })));
      const { status, stdout, stderr } = await importing(databases, folder, ...asOf);
      expect(status).toBe(1);
      expect(stdout).toBe(
        'households.csv: 1 row, civil-affairs households, as of 2018-05-31T08:30:00+08:00\n' +
          'vehicles.csv: nothing imported, 1 problem\n',
      );
      expect(stderr).toBe(
        'vehicles.csv:3: owner_id_number: the check character is wrong; ' +
          'expected 18 digits with a GB 11643 check character, or 15 digits\n',
      );
      const again = await importing(databases, folder, ...asOf, '--keep-good', '--replace');
      expect(again.status).toBe(1);
      expect(again.stdout).toContain('vehicles.csv: 1 of 2 rows, public-security vehicles, as of ');
      expect(existsSync(join(folder, 'vehicles.rejected.csv'))).toBe(true);
    });
  });

  test('opens the databases of the departments alone that have a file', async () => {
    const databases = testDatabases('SQLite');
    lay('vehicles.csv', csv(vehicle()));
    expect(await importing(databases, folder)).toMatchObject({ status: 0 });
    expect(existsSync(join(databases.config.DATA_DIR, 'public-security.sqlite'))).toBe(true);
    expect(existsSync(join(databases.config.DATA_DIR, 'civil-affairs.sqlite'))).toBe(false);
    await databases.remove();
  });

  test('exits 2 with one line for what it cannot follow', async () => {
    expect(await importing(undefined)).toEqual({
      status: 2,
      stdout: '',
      stderr: `0 folders are given; expected one with exchange files${usage}`,
    });
    expect(await importing(undefined, folder, '--as-of', '2999-01-01T00:00:00Z')).toEqual({
      status: 2,
      stdout: '',
      stderr: `--as-of: the instant is in the future; expected one that is past${usage}`,
    });
  });

  test('tells how it is used', async () => {
    const { status, stdout } = await importing(undefined, '--help');
    expect(status).toBe(0);
    expect(stdout).toContain('--keep-good');
  });

  test('tells which files it expects where there is none', async () => {
    const { status, stderr } = await importing(undefined, folder);
    expect(status).toBe(1);
    expect(stderr).toContain(': there is no exchange file; expected one of households.csv, members.csv, ');
  });

  test('tells what is wrong with a setting', async () => {
    lay('vehicles.csv', csv(vehicle()));
    const settings = { PERSON_KEY: 'short' };
    expect(await processes.run({ command: [script, folder], settings })).toMatchObject({
      status: 1,
      stdout: '',
      stderr:
        'The configuration does not hold:\n' +
        '  PERSON_KEY: expected at least 64 hexadecimal digits, the same in every department\n',
    });
  });

  test('tells of a database that does not answer by its code alone', async () => {
    lay('vehicles.csv', csv(vehicle()));
    const settings = { DATABASE_URL: 'mysql://root:secret@127.0.0.1:1/none' };
    expect(await processes.run({ command: [script, folder], settings })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `${failed}ECONNREFUSED\n`,
    });
  });
});
