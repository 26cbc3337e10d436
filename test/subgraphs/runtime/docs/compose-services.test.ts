import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { DataSource } from 'typeorm';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import { packageRoot } from '../../../../schema/package-root';
import type { SigningKey } from '../../../../schema/wire/caller';
import { mysqlUrl } from '../../../support/databases';
import { openDeployment, type Composed } from '../../../support/deployment';
import { department, gateway, openProcesses, type Running } from '../../../support/processes';
import { openRedisServer, type RedisServer } from '../../../support/redis-server';
import { json, send } from '../../../support/send';

jest.setTimeout(240_000);

/** The departments that run here; all others are as good as down. */
const started = ['civil-affairs', 'public-security'] as const;
const nowhere = 'http://127.0.0.1:1/graphql';

describe('The services of docker-compose.yml, with the files and variables that it gives them,', () => {
  const deployment = openDeployment();
  const processes = openProcesses('compose');
  const issuer = newSigningKey();
  // In the place of `household`, the database user and the prefix of its databases.
  const household = `test${process.pid}x${randomBytes(4).toString('hex')}`;
  let composed: Composed;
  let server: DataSource;
  let redis: RedisServer;
  const running = new Map<string, Running>();

  beforeAll(async () => {
    deployment.makeKeys('secrets');
    writeFileSync(join(deployment.folder, 'secrets/token-keys.json'), JSON.stringify(publicSet(issuer.key)));
    composed = deployment.composed();
    redis = await openRedisServer();
    server = await new DataSource({ type: 'mysql', url: mysqlUrl, multipleStatements: true }).initialize();
    await server.query(`CREATE USER '${household}'@'%' IDENTIFIED BY '${password()}'`);
    const grants = readFileSync(join(packageRoot, 'subgraphs/runtime/database/grants.sql'), 'utf8');
    await server.query(grants.replaceAll('household', household));

    for (const name of started) {
      const directory = join(packageRoot, 'subgraphs', name, 'sample');
      const command = ['dist/subgraphs/runtime/cli/import.js', directory];
      expect(await processes.run({ command, settings: settings(name) })).toMatchObject({
        status: 0,
        stderr: '',
      });
      running.set(name, await processes.serve({ command: department(name), settings: settings(name) }));
    }
    running.set(
      'gateway',
      await processes.serve({ command: gateway('--remote'), settings: settings('gateway') }),
    );
  });
  afterAll(async () => {
    await processes.close();
    const databases = await server.query<object[]>(`SHOW DATABASES LIKE '${household}%'`);
    for (const row of databases) await server.query(`DROP DATABASE \`${String(Object.values(row)[0])}\``);
    await server.query(`DROP USER '${household}'@'%'`);
    await server.destroy();
    await redis.remove();
    deployment.remove();
  });

  const password = () => composed.services['mysql']!.environment['MYSQL_PASSWORD'];

  /** A service's environment, with what is another place here: hosts, ports, and where secrets are mounted. */
  function settings(name: string): Record<string, string> {
    const { environment, secrets = [] } = composed.services[name]!;
    const here = (value: string): string => {
      const secret = secrets.find(({ source }) => value === `/run/secrets/${source}`);
      if (secret) return composed.secrets[secret.source]!.file;
      const host = /^http:\/\/([a-z-]+):\d+\/graphql$/.exec(value)?.[1];
      if (host !== undefined) return running.get(host)?.url ?? nowhere;
      if (value.startsWith('/app/')) return join(deployment.folder, value);
      if (value.startsWith('redis:')) return redis.url;
      return value.startsWith('mysql:') ? databaseHere(value) : value;
    };
    const values = Object.entries(environment).map(([variable, value]) => [variable, here(value)] as const);
    return { ...Object.fromEntries(values), HOST: '127.0.0.1', PORT: '0' };
  }

  function databaseHere(given: string): string {
    const [url, there] = [new URL(given.replaceAll('household', household)), new URL(mysqlUrl)];
    [url.hostname, url.port] = [there.hostname, there.port];
    return url.href;
  }

  function tokenOf({ id, key }: SigningKey): Promise<string> {
    return new SignJWT({ role: 'caseworker' })
      .setProtectedHeader({ alg: 'EdDSA', kid: id })
      .setIssuer('household-federation')
      .setAudience('household-federation')
      .setSubject('somebody')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(key);
  }

  const ask = (query: string, token: string) =>
    send(running.get('gateway')!.url, {
      headers: { ...json, authorization: `Bearer ${token}`, 'x-access-purpose': 'APPLICATION_REVIEW' },
      body: JSON.stringify({ query, variables: { id: 'YB-2018-0001' } }),
    });

  it('answer whoever has a token of the issuer in token-keys.json', async () => {
    // In production a caseworker sends the published documents alone.
    const query = readFileSync(join(packageRoot, 'schema/operations/HouseholdProfile.graphql'), 'utf8');
    const { status, text } = await ask(query, await tokenOf(issuer.key));
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      data: {
        household: {
          members: [{ declaredName: '尹某' }, { declaredName: '杨某' }],
          assets: {
            vehicles: { status: 'FOUND', records: [{ brandModel: '福特福克斯' }] },
            realEstate: { status: 'UNAVAILABLE' },
          },
          registrations: { residents: { status: 'FOUND' }, marriages: { status: 'NO_RECORD' } },
        },
      },
    });
  });

  it('have the access in their ledger, with its signed head in a file outside of it', async () => {
    const rows = await server.query<{ role: string }[]>(
      `SELECT role FROM ${household}_ledger.ledger_entries`,
    );
    expect(rows.map(({ role }) => role)).toEqual(['caseworker']);
    expect(existsSync(settings('gateway')['LEDGER_WITNESS'] ?? '')).toBe(true);
  });

  it('answer nobody else', async () => {
    const stranger = await tokenOf({ ...newSigningKey().key, id: issuer.key.id });
    expect((await ask('{ household(id: "YB-2018-0001") { id } }', stranger)).status).toBe(401);
  });

  it('have made their own databases, and no file', async () => {
    const found = await server.query<object[]>(`SHOW DATABASES LIKE '${household}%'`);
    const own = [...started, 'ledger'].map((name) => `${household}_${name.replaceAll('-', '_')}`);
    expect(found.map((row) => String(Object.values(row)[0])).sort()).toEqual(own.sort());
    expect(existsSync(processes.dataDir)).toBe(false);
  });

  it('reach no other database with their user', async () => {
    const url = databaseHere(composed.services['civil-affairs']!.environment['DATABASE_URL']!);
    const user = await new DataSource({ type: 'mysql', url: new URL('/', url).href }).initialize();
    const databases = await user.query<object[]>('SHOW DATABASES');
    const others = databases
      .map((row) => String(Object.values(row)[0]))
      .filter((name) => name !== 'information_schema' && !name.startsWith(`${household}_`));
    expect(others).toEqual([]);
    for (const statement of [`CREATE DATABASE \`other_${household}\``, 'SELECT * FROM mysql.user']) {
      await expect(user.query(statement)).rejects.toMatchObject({ code: /^ER_\w*ACCESS_DENIED_ERROR$/ });
    }
    await user.destroy();
  });

  describe('by their health check', () => {
    const healthy = async (port: string) => {
      const command = composed.services['gateway']!.healthcheck.test.slice(2);
      const { status, stdout, stderr } = await processes.run({ command, settings: { PORT: port } });
      expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '' });
      return status;
    };
    const portOf = (name: string) => new URL(running.get(name)!.url).port;

    it.each([...started, 'gateway'])('are well where they are ready: %s', async (name) => {
      expect(await healthy(portOf(name))).toBe(0);
    });

    it('are not well where nobody listens, or one who is not ready', async () => {
      const unready = createServer((_, response) => void response.writeHead(503).end());
      await new Promise<void>((resolve) => void unready.listen(0, '127.0.0.1', resolve));
      const port = String((unready.address() as AddressInfo).port);
      expect(await healthy(port)).toBe(1);
      await new Promise((resolve) => unready.close(resolve));
      expect(await healthy(port)).toBe(1);
    });
  });
});
