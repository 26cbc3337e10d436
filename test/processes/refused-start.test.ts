import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departmentNames, settingsOfUrls } from '../support/department-processes';
import { department, gateway, openProcesses, type Ended } from '../support/processes';

jest.setTimeout(30_000);

const processes = openProcesses('refused-start');
const folders: string[] = [];

afterAll(async () => {
  await processes.close();
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'refused-start-'));
  folders.push(folder);
  return folder;
}

/** A place where nobody is, for each department. */
const urls = settingsOfUrls(new Map(departmentNames.map((name) => [name, 'http://127.0.0.1:1/graphql'])));

describe('A start that cannot be', () => {
  const refusals: readonly (readonly [string, Record<string, string>, string, string])[] = [
    ['a port that is none', { PORT: 'abc' }, 'PORT', 'a port from 0 to 65535'],
    [
      'a database that is neither',
      { DATABASE_URL: 'postgres://clerk:hunter2@db/x' },
      'DATABASE_URL',
      'mysql://',
    ],
    [
      'a DEPARTMENT_DEADLINE_MS beyond the request’s',
      { DEPARTMENT_DEADLINE_MS: '5001', REQUEST_DEADLINE_MS: '5000' },
      'DEPARTMENT_DEADLINE_MS',
      'at most REQUEST_DEADLINE_MS',
    ],
    [
      'an address that others reach, in development',
      { HOST: '0.0.0.0' },
      'HOST',
      'in development a loopback one',
    ],
    [
      'a department’s URL that is none',
      { PUBLIC_SECURITY_URL: 'hunter2' },
      'PUBLIC_SECURITY_URL',
      'the http(s) URL',
    ],
  ];

  /** It ends at once, names the variable and what is expected, and neither a value nor a place in the code. */
  function expectRefusal(
    { status, stdout, stderr }: Ended,
    variable: string,
    expected: string,
    value = '',
  ): void {
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain(`  ${variable}: expected `);
    expect(stderr).toContain(expected);
    expect(stderr).not.toMatch(/^\s+at /m);
    if (value) expect(stderr).not.toContain(value);
  }

  it.each(refusals)('is refused for %s', async (_, settings, variable, expected) => {
    const folder = emptyFolder();
    const ended = await processes.run({ command: gateway(), settings: { DATA_DIR: folder, ...settings } });
    expectRefusal(ended, variable, expected, settings[variable]);
    expect(ended.stderr).not.toContain('hunter2');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused for a gateway alone that is not told where each department is', async () => {
    const { PUBLIC_SECURITY_URL = '', ...others } = urls;
    const ended = await processes.run({ command: gateway('--remote'), settings: { PUBLIC_SECURITY_URL } });
    for (const variable of Object.keys(others)) {
      expectRefusal(ended, variable, 'the http(s) URL of the department’s GraphQL endpoint');
    }
    expect(ended.stderr).not.toContain('PUBLIC_SECURITY_URL');
  });

  const personKey = 'ab'.repeat(32);
  const tokenKeys = { TOKEN_KEYS: 'http://127.0.0.1:1/keys' };
  const missingKeys: readonly (readonly [string, readonly string[], Record<string, string>])[] = [
    ['TOKEN_KEYS', gateway(), { PERSON_KEY: personKey }],
    ['LEDGER_URL', gateway(), tokenKeys],
    ['LEDGER_SIGNING_KEY', gateway(), { ...tokenKeys, LEDGER_URL: 'ledger.sqlite' }],
    ['PERSON_KEY', gateway(), tokenKeys],
    ['GATEWAY_SIGNING_KEY', gateway('--remote'), { ...urls, ...tokenKeys }],
    ['PERSON_KEY', department('public-security'), {}],
    ['GATEWAY_PUBLIC_KEYS', department('public-security'), { PERSON_KEY: personKey }],
    // It keeps no registry, and needs nothing else.
    ['GATEWAY_PUBLIC_KEYS', department('eligibility'), {}],
  ];

  it.each(missingKeys)('is refused in production without %s (%j)', async (variable, command, settings) => {
    const folder = emptyFolder();
    const ended = await processes.run({
      command,
      settings: { DATA_DIR: folder, DEPLOYMENT: 'production', HOST: '127.0.0.1', ...settings },
    });
    expectRefusal(ended, variable, '', personKey);
    expect(existsSync(join(folder, 'keys'))).toBe(false);
  });

  it('is told of all that is missing at once', async () => {
    const folder = emptyFolder();
    const { stderr } = await processes.run({
      command: gateway('--remote'),
      settings: { DATA_DIR: folder, DEPLOYMENT: 'production', HOST: '127.0.0.1', ...urls },
    });
    const named = [...stderr.matchAll(/^ {2}([A-Z_]+): expected /gm)].map(([, name]) => name);
    expect(named).toEqual(['TOKEN_KEYS', 'GATEWAY_SIGNING_KEY', 'LEDGER_URL', 'LEDGER_SIGNING_KEY']);
  });

  it.each([
    ['the gateway', gateway()],
    ['a department', department('public-security')],
  ])('is refused for %s where somebody else listens', async (_, command) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const ended = await processes.run({
      command,
      settings: { DATA_DIR: emptyFolder(), PORT: String(port) },
    });
    other.close();
    expectRefusal(ended, 'PORT', 'a port that nobody listens on');
  });

  it.each([
    ['an unknown role', ['dist/gateway/cli/token.js', '--role', 'superuser'], 'caseworker, assistance'],
    ['no role', ['dist/gateway/cli/token.js'], 'caseworker, assistance'],
    ['an unknown option', ['dist/gateway/cli/token.js', '--rule', 'x'], 'caseworker, assistance'],
    ['an unknown department', department('weather'), departmentNames.join(', ')],
  ])('is refused for %s, with what can be given', async (_, command, expected) => {
    const { status, stdout, stderr } = await processes.run({ command });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('superuser');
  });

  it('gives no token in production', async () => {
    const { status, stdout, stderr } = await processes.run({
      command: ['dist/gateway/cli/token.js', '--role', 'caseworker'],
      settings: { DEPLOYMENT: 'production' },
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('TOKEN_KEYS');
  });
});
