import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { witnessPath } from '../../../gateway/ledger/ledger-database';
import { ledgerSigningKey, publicSet } from '../../../schema/config/keys';
import { packageRoot } from '../../../schema/package-root';
import { databaseKinds } from '../../support/databases';
import { accesses, ledgerUnderTest, writeAll, type LedgerUnderTest } from './ledger-under-test';

jest.setTimeout(30_000);

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run ledger -- …`, as a process of its own: it needs no gateway. */
function command(env: Record<string, string>, ...args: readonly string[]): Promise<Ended> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [join(packageRoot, 'dist/gateway/ledger/cli.js'), ...args], {
    env: { PATH, ...env },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })));
}

describe.each(databaseKinds)('npm run ledger -- verify, of a ledger on %s,', (kind) => {
  let test: LedgerUnderTest;
  let env: Record<string, string>;
  let chain: string;
  beforeAll(async () => {
    test = ledgerUnderTest(kind);
    const ledger = await test.open({ interval: { entries: 1000, milliseconds: 60_000 } });
    await writeAll(ledger, accesses(12));
    const { DATA_DIR, LEDGER_URL } = test.config;
    env = { DATA_DIR, ...(LEDGER_URL === undefined ? {} : { LEDGER_URL }) };
    chain = String((await test.sql('SELECT chain FROM ledger_chains'))[0]!['chain']);
  });
  afterAll(() => test.remove());

  const url = () => test.config.LEDGER_URL ?? join(test.config.DATA_DIR, 'ledger.sqlite');

  it('tells what it went through, while a gateway writes to it', async () => {
    expect(await command(env, 'verify')).toEqual({
      status: 0,
      stdout: [
        '1 chain, 12 entries',
        '1 signed head in the database, 1 in the witness file',
        'not yet in the witness file, which alone tells of a database put back to an older state: ' +
          `chain ${chain}, entries 1 to 12`,
        'OK\n',
      ].join('\n'),
      stderr: '',
    });
  });

  it('takes the ledger, the keys and the heads from its arguments', async () => {
    const keys = join(test.config.DATA_DIR, 'keys.json');
    writeFileSync(keys, JSON.stringify(publicSet(ledgerSigningKey(test.config))));
    const heads = witnessPath(test.config);
    const production = { DEPLOYMENT: 'production' };
    const given = ['verify', '--url', url(), '--keys', keys];
    const { status, stdout, stderr } = await command(
      production,
      ...given,
      '--heads',
      heads,
      '--heads',
      heads,
    );
    expect({ status, stderr, last: stdout.split('\n').at(-2) }).toEqual({
      status: 0,
      stderr: '',
      last: 'OK',
    });
    expect(stdout).toContain('2 in the witness file');
  });

  it('tells each problem on a line, and that it does not hold', async () => {
    await test.sql(`UPDATE ledger_entries SET role = 'nobody' WHERE seq = 3`);
    const { status, stdout } = await command(env, 'verify');
    await test.sql(`UPDATE ledger_entries SET role = 'caseworker' WHERE seq = 3`);
    expect(status).toBe(1);
    expect(stdout.split('\n')[0]).toBe(`chain ${chain}, entry 3: its column role is not what its text says`);
    expect(stdout.split('\n').at(-2)).toBe('NOT OK: 1 problem');
  });

  it('changes nothing of what it reads', async () => {
    const heads = readFileSync(witnessPath(test.config), 'utf8');
    const before = await test.sql('SELECT * FROM ledger_chains');
    await command(env, 'verify');
    expect(await test.sql('SELECT * FROM ledger_chains')).toEqual(before);
    expect(readFileSync(witnessPath(test.config), 'utf8')).toBe(heads);
  });
});

describe('npm run ledger', () => {
  it('tells that a database holds no ledger', async () => {
    const test = ledgerUnderTest('SQLite');
    await (await test.open()).close();
    await test.sql('DROP TABLE ledger_chains');
    const ended = await command({ DATA_DIR: test.config.DATA_DIR }, 'verify');
    await test.remove();
    expect(ended).toMatchObject({ status: 1, stderr: 'the ledger cannot be read (SQLITE_ERROR)\n' });
  });

  it.each([[[]], [['verify', 'twice']], [['mend']], [['verify', '--fast']]])(
    'tells how it is used: %j',
    async (args: readonly string[]) => {
      const { status, stdout, stderr } = await command({}, ...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^usage: npm run ledger -- verify/);
    },
  );

  it.each([
    [
      'a file that is not there',
      '/tmp/there-is-no-such.sqlite',
      '--url: the ledger cannot be opened (ENOENT)\n',
    ],
    [
      'a server that is not there',
      'mysql://me:hunter2@127.0.0.1:1/x',
      '--url: the ledger cannot be opened (ECONNREFUSED)\n',
    ],
  ])('makes no ledger, and tells no password: %s', async (_, url, stderr) => {
    const test = ledgerUnderTest('SQLite');
    const ended = await command({ DATA_DIR: test.config.DATA_DIR }, 'verify', '--url', url);
    await test.remove();
    expect(ended).toEqual({ status: 1, stdout: '', stderr });
  });
});
