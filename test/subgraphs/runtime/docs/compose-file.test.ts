import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { departmentVariable } from '../../../../schema/config/read-config';
import { packageRoot } from '../../../../schema/package-root';
import { departments } from '../../../../subgraphs';
import { keepsRecords, keepsRegistries } from '../../../../subgraphs/runtime/define-subgraph';
import { composeFile } from '../../../../subgraphs/runtime/docs/compose-file';
import { openDeployment, type Composed, type Service } from '../../../support/deployment';
import { department, gateway } from '../../../support/processes';

jest.setTimeout(60_000);

const names = departments.map(({ name }) => name);

describe('docker-compose.yml', () => {
  const deployment = openDeployment();
  let composed: Composed;
  beforeAll(() => {
    deployment.makeKeys('secrets');
    composed = deployment.composed();
  });
  afterAll(() => deployment.remove());

  const service = (name: string): Service => composed.services[name]!;
  const programs = () => [...names, 'gateway'].map((name) => [name, service(name)] as const);

  it('is the one that is made from the list of departments', () => {
    expect(readFileSync(join(packageRoot, 'docker-compose.yml'), 'utf8') === composeFile(departments)).toBe(
      true,
    );
  });

  it('has a service for the database, for Redis, for every department and for the gateway', () => {
    expect(Object.keys(composed.services).sort()).toEqual(['mysql', 'redis', ...names, 'gateway'].sort());
  });

  it('has all of them share a Redis that forgets nothing to make room', () => {
    const command = service('redis').command.join(' ');
    expect(command).toMatch(/^redis-server .*--maxmemory-policy noeviction/);
    for (const [, { environment, depends_on }] of programs()) {
      expect(environment['REDIS_URL']).toBe('redis://redis:6379/0');
      expect(depends_on).toMatchObject({ redis: { condition: 'service_healthy' } });
    }
  });

  it('gives the way to the graph, and a token for it, to those alone who work by themselves', () => {
    const working = departments.filter(({ begin }) => begin !== undefined).map(({ name }) => name);
    expect(working).toEqual(['verification']);
    for (const [name, { environment, secrets = [] }] of programs()) {
      const { GATEWAY_URL: url, GATEWAY_TOKEN: token } = environment;
      const given = working.includes(name)
        ? [`http://gateway:${service('gateway').environment['PORT']}/graphql`, '/run/secrets/graph-token']
        : [undefined, undefined];
      expect([name, url, token]).toEqual([name, ...given]);
      const signs = secrets.some(({ source }) => source === 'report-signing-key');
      expect([name, signs]).toEqual([name, working.includes(name)]);
    }
  });

  it('starts them as the tests do', () => {
    const commands = Object.fromEntries(programs().map(([name, { command }]) => [name, command]));
    expect(commands).toEqual({
      ...Object.fromEntries(names.map((name) => [name, ['node', ...department(name)]])),
      gateway: ['node', ...gateway('--remote')],
    });
  });

  it('runs scripts and mounts files that are there', () => {
    const scripts = programs().flatMap(([, { command, healthcheck }]) => [...command, ...healthcheck.test]);
    const mounted = (service('mysql').volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
    const paths = [
      ...scripts.filter((word) => word.endsWith('.js')),
      ...mounted.flatMap((path) => (path.startsWith('/') ? [path.slice(deployment.folder.length + 1)] : [])),
    ];
    expect(new Set(paths).size).toBe(4);
    expect(paths.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([]);
  });

  it('tells the gateway where every department listens', () => {
    const { environment } = service('gateway');
    for (const name of names) {
      const port = service(name).environment['PORT'];
      expect(environment[departmentVariable(name, 'URL')]).toBe(`http://${name}:${port}/graphql`);
    }
  });

  it('gives no service a secret that it does not name, nor the signing key to a department', () => {
    for (const [name, { environment, secrets = [] }] of programs()) {
      const named = Object.values(environment).flatMap(
        (value) => /^\/run\/secrets\/(.+)$/.exec(value)?.[1] ?? [],
      );
      expect(named.sort()).toEqual(secrets.map(({ source }) => source).sort());
      for (const secret of ['gateway-signing-key', 'ledger-signing-key']) {
        expect(named.includes(secret)).toBe(name === 'gateway');
      }
    }
  });

  it('gives the key of the pseudonyms to those alone who keep registries, and a database to whoever keeps anything', () => {
    const withRegistries = departments.filter(keepsRegistries).map(({ name }) => name);
    const withRecords = departments.filter(keepsRecords).map(({ name }) => name);
    const given = (variable: string) =>
      programs().flatMap(([name, { environment }]) => (variable in environment ? [name] : []));
    expect(given('PERSON_KEY')).toEqual(withRegistries);
    expect(given('DATABASE_URL')).toEqual(withRecords);
    const waiting = programs().flatMap(([name, { depends_on = {} }]) =>
      'mysql' in depends_on ? [name] : [],
    );
    expect(waiting).toEqual([...withRecords, 'gateway']);
    expect(withRegistries.length).toBeLessThan(withRecords.length);
    expect(withRecords.length).toBeLessThan(names.length);
  });

  it('gives the gateway a ledger on the database’s server, and its heads a place outside of it', () => {
    const { environment, volumes = [] } = service('gateway');
    expect(environment['LEDGER_URL']).toMatch(
      /^mysql:\/\/household:[0-9a-f]{64}@mysql:3306\/household_ledger$/,
    );
    const [volume] = (volumes as unknown as { source: string; target: string }[]).map((mounted) =>
      typeof mounted === 'string' ? String(mounted).split(':') : [mounted.source, mounted.target],
    );
    expect(volume?.slice(0, 2)).toEqual(['ledger-heads', '/app/ledger-heads']);
    expect(environment['LEDGER_WITNESS']).toMatch(/^\/app\/ledger-heads\//);
  });

  it('publishes the gateway alone', () => {
    const published = Object.entries(composed.services).filter(([, of]) => 'ports' in of);
    expect(published.map(([name]) => name)).toEqual(['gateway']);
  });

  it('refuses to start without the secrets, and tells how they are made', () => {
    const bare = openDeployment();
    const { status, stderr } = bare.compose();
    bare.remove();
    expect(status).not.toBe(0);
    expect(stderr).toContain('run npm run keys');
  });
});
