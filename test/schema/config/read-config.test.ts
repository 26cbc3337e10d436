import { join } from 'node:path';
import { ConfigError } from '../../../schema/config/config-error';
import {
  departmentVariable,
  expectations,
  readConfig,
  type Config,
} from '../../../schema/config/read-config';
import { packageRoot } from '../../../schema/package-root';

const departments = ['civil-affairs', 'public-security'];
const read = (env: Record<string, string>): Config => readConfig(env, departments);

/** The start stops, names exactly these variables, says what each expects and nothing of what was given. */
function expectRefused(env: Record<string, string>, ...variables: readonly string[]): void {
  const error = refusalOf(env);
  expect(error.problems.map(({ variable }) => variable).sort()).toEqual([...variables].sort());
  for (const { variable, expected } of error.problems) {
    expect(expected.length).toBeGreaterThan(10);
    expect(error.message).toContain(`  ${variable}: expected ${expected}`);
  }
  // Without what is expected, nothing of four letters stands in it that was given.
  const told = error.problems.reduce((text, { expected }) => text.replace(expected, ''), error.message);
  const given = variables.map((variable) => env[variable] ?? '').filter(({ length }) => length > 3);
  expect(given.filter((value) => told.includes(value))).toEqual([]);
}

function refusalOf(env: Record<string, string>): ConfigError {
  try {
    read(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

describe('A configuration', () => {
  it('needs nothing on a development machine', () => {
    expect(read({})).toMatchObject({
      DEPLOYMENT: 'development',
      HOST: '127.0.0.1',
      PORT: 4000,
      DATA_DIR: join(packageRoot, 'data'),
      REQUEST_DEADLINE_MS: 3000,
      DEPARTMENT_DEADLINE_MS: 800,
      LOG_LEVEL: 'info',
      departmentUrls: new Map(),
      departmentDatabases: new Map(),
    });
    expect(Object.keys(read({}))).not.toContain('DATABASE_URL');
  });

  it('listens everywhere in production, and where it is told to', () => {
    expect(read({ DEPLOYMENT: 'production' }).HOST).toBe('0.0.0.0');
    expect(read({ DEPLOYMENT: 'production', HOST: '10.0.0.7' }).HOST).toBe('10.0.0.7');
    for (const HOST of ['localhost', '127.0.0.1', '127.8.8.8', '::1']) expect(read({ HOST }).HOST).toBe(HOST);
  });

  it('takes an empty variable for one that is not there', () => {
    expect(read({ PORT: '', PERSON_KEY: '', PUBLIC_SECURITY_URL: '', DEPLOYMENT: '' })).toEqual(read({}));
  });

  it('knows a department by the variables of its name', () => {
    expect(departmentVariable('public-security', 'URL')).toBe('PUBLIC_SECURITY_URL');
    const config = read({
      PUBLIC_SECURITY_URL: 'http://10.0.0.2:4001/graphql',
      CIVIL_AFFAIRS_DATABASE_URL: 'mysql://a:b@10.0.0.3:3306/civil',
    });
    expect([...config.departmentUrls]).toEqual([['public-security', 'http://10.0.0.2:4001/graphql']]);
    expect([...config.departmentDatabases]).toEqual([['civil-affairs', 'mysql://a:b@10.0.0.3:3306/civil']]);
  });

  it.each([
    ['DEPLOYMENT', ['prod', 'Production', 'staging']],
    ['PORT', ['-1', '65536', '4000.5', 'http', '4000a']],
    ['HOST', ['0.0.0.0', '10.0.0.7', 'example.org', '127.0.0.1.example.org', '1270.0.0.1']],
    [
      'DATABASE_URL',
      [
        'postgres://host/x',
        'mysql://',
        'mysql://host/a-b',
        'mysql://host/a/b',
        'household',
        'mysql://host/`x`',
      ],
    ],
    ['PERSON_KEY', ['ab'.repeat(31), 'xy'.repeat(32), `${'ab'.repeat(32)}\n`, ` ${'ab'.repeat(32)}`]],
    ['REQUEST_DEADLINE_MS', ['0', '-5', '600001', '1.5', 'soon']],
    ['DEPARTMENT_DEADLINE_MS', ['0', '3001', '600001', 'never']],
    ['MAX_RESPONSE_BYTES', ['0', '1023', '2MB', '1e2.5']],
    ['LOG_LEVEL', ['verbose', 'INFO', 'trace']],
    ['PUBLIC_SECURITY_URL', ['ftp://host', 'host:4001', 'http://', 'https:///graphql']],
    ['CIVIL_AFFAIRS_DATABASE_URL', ['postgres://host/x', 'mysql://host/a-b', 'mysql:']],
  ])('whose %s is wrong stops the start', (variable, values) => {
    for (const value of values) expectRefused({ [variable]: value }, variable);
  });

  it('is told all that is wrong with it at once', () => {
    expectRefused(
      { PORT: 'seven thousand', LOG_LEVEL: 'shouting', PUBLIC_SECURITY_URL: 'gopher://host' },
      'PORT',
      'LOG_LEVEL',
      'PUBLIC_SECURITY_URL',
    );
  });

  it('gives a department at most the time of the whole request', () => {
    const env = { REQUEST_DEADLINE_MS: '700', DEPARTMENT_DEADLINE_MS: '700' };
    expect(read(env)).toMatchObject({ DEPARTMENT_DEADLINE_MS: 700 });
    expectRefused({ ...env, DEPARTMENT_DEADLINE_MS: '701' }, 'DEPARTMENT_DEADLINE_MS');
    expectRefused({ REQUEST_DEADLINE_MS: '799' }, 'DEPARTMENT_DEADLINE_MS');
  });

  it('says of every variable what is expected', () => {
    expect([...expectations].filter(([, expected]) => expected.length < 10)).toEqual([]);
    expect([...expectations.keys()]).toContain('PERSON_KEY');
  });
});
