import type { Database } from '../../subgraphs/runtime/database/connect-database';
import { askAs, type Ask } from '../support/ask-over-http';
import { databaseKinds, testDatabases, type TestDatabases } from '../support/databases';
import { eventually } from '../support/eventually';
import { gateway, openProcesses, type Running } from '../support/processes';
import { seededRandom } from '../support/random';
import { openRedisServer, type RedisServer } from '../support/redis-server';
import {
  allKept,
  eventsKept,
  fillRegistries,
  householdsLeft,
  manyFamilies,
  openRecords,
} from './killed-batch-records';

jest.setTimeout(1_200_000);

/** How often a process is killed in each deployment, and how many households its batch has; more by hand. */
const [kills, households] = [Number(process.env['KILLS'] ?? 1), Number(process.env['HOUSEHOLDS'] ?? 40)];
const patienceMs = 120_000;

/** Events that a household comes to: accepted, authorised, begun, two tiers, compiled, and reported or to be visited. */
const eventsEach = 7;

/** Answers are waited for, however busy the machine is; a killed process holds others up for a second. */
const settings = {
  LOG_LEVEL: 'error',
  REQUEST_DEADLINE_MS: '60000',
  DEPARTMENT_DEADLINE_MS: '50000',
  VERIFICATION_LEASE_SECONDS: '1',
};

const processes = openProcesses('killed-batch');
const registries = manyFamilies(households);
let redis: RedisServer;

beforeAll(async () => {
  redis = await openRedisServer();
});
afterAll(async () => {
  await processes.close();
  await redis.remove();
});

/** How much has to be kept at each kill: one in each of as many equal parts of all the work but its end. */
function momentsOf(seed: number): readonly number[] {
  const random = seededRandom(seed);
  const part = (households * eventsEach * 0.95) / kills;
  return Array.from({ length: kills }, (_, index) => Math.ceil(part * (index + random.under(1000) / 1000)));
}

/** Starts a batch of every household. */
async function startBatch(ask: Ask, url: string): Promise<string> {
  const query = 'mutation Start($input: StartBatchInput!) { startVerificationBatch(input: $input) { id } }';
  const input = { key: 'killed', kind: 'APPLICATION', filter: { divisionCode: '500112' } };
  const { data, errors } = await ask(`${url}/graphql`, { query, variables: { input } });
  expect(errors).toEqual([]);
  return (data?.['startVerificationBatch'] as { id: string }).id;
}

interface Deployment {
  readonly records: Database;
  readonly batchId: string;
  readonly restart: () => Omit<Running, 'url'>;
}

/**
 * Kills one of those that run at each moment, in turn; when none is left, all are started anew. Gives how many households
 * were left at each kill.
 */
async function killAtMoments(
  { records, batchId, restart }: Deployment,
  first: readonly Omit<Running, 'url'>[],
  moments: readonly number[],
): Promise<readonly number[]> {
  const left: number[] = [];
  let running = [...first];
  for (const moment of moments) {
    if (running.length === 0) running = first.map(() => restart());
    const isKept = eventually(`${moment} events are kept`, patienceMs, async () =>
      (await eventsKept(records)) >= moment ? true : undefined,
    );
    await Promise.race([isKept, ...running.map(endsTooSoon)]);
    const killed = running.shift();
    killed?.signal('SIGKILL');
    await killed?.ended();
    left.push((await householdsLeft(records, batchId)) ?? households);
  }
  return left;
}

/** Rejects when a process ends that nobody has killed. */
async function endsTooSoon(running: Omit<Running, 'url'>): Promise<never> {
  const { status, stderr } = await running.ended();
  if (status === null) return new Promise(() => undefined);
  throw new Error(`a process ended with ${status}: ${stderr}`);
}

async function expectWhole(records: Database): Promise<void> {
  const kept = await allKept(records);
  expect(kept.map(({ householdId }) => householdId)).toEqual(
    registries['households']?.map((row) => row['household_id']),
  );
  for (const { events, version, state, isHeld, attempts, reports } of kept) {
    const steps = events.map(({ step }) => step);
    const end = state === 'REPORTED' ? 'REPORT' : 'SEND_TO_FIELD';
    expect(steps).toEqual([
      ...['ACCEPT', 'COMPLETE_AUTHORISATION', 'START', 'ASK_MUNICIPAL', 'ASK_DISTRICT', 'COMPILE'],
      end,
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual(steps.map((_, index) => index + 1));
    expect({ version, state }).toEqual({ version: eventsEach, state: events.at(-1)?.state });
    expect(attempts).toEqual(['MUNICIPAL 1.1', 'DISTRICT 1.1']);
    expect(reports).toEqual(end === 'REPORT' ? [1] : []);
    expect(isHeld).toBe(false);
  }
}

const combinations = databaseKinds.flatMap((kind) =>
  ['alone', 'spread'].map((way, index) => ({
    kind,
    way,
    seed: 17 + index + 2 * databaseKinds.indexOf(kind),
  })),
);

describe.each(combinations)('A batch of a gateway that is killed, $way on $kind', ({ kind, way, seed }) => {
  let databases: TestDatabases;
  let records: Database | undefined;

  beforeAll(async () => {
    databases = testDatabases(kind, {
      ...settings,
      ...(way === 'spread' ? { REDIS_URL: redis.url } : {}),
    });
    await fillRegistries(databases, registries);
  });
  afterAll(async () => {
    await records?.close();
    await databases.remove();
  });

  it('verifies every household once, and loses none', async () => {
    const command = { command: gateway(), settings: databases.env };
    const serve = () => processes.serve(command);
    // An SQLite file has one process.
    const served = [await serve(), ...(way === 'spread' && kind === 'MariaDB' ? [await serve()] : [])];
    records = await openRecords(databases);
    const ask = await askAs('assistance', databases.config.DATA_DIR);
    const batchId = await startBatch(ask, served[0]?.url ?? '');
    const restart = () => processes.start(command);
    const left = await killAtMoments({ records, batchId, restart }, served, momentsOf(seed));
    expect(Math.min(...left)).toBeGreaterThan(0);

    const last = await serve();
    await eventually('the batch is done', patienceMs, async () =>
      (await householdsLeft(records as Database, batchId)) === 0 ? true : undefined,
    );
    const query =
      'query Batch($id: ID!) { verificationBatch(id: $id) { state total done failed remaining } }';
    const { data } = await ask(`${last.url}/graphql`, { query, variables: { id: batchId } });
    expect(data?.['verificationBatch']).toEqual({
      ...{ state: 'DONE', total: households, done: households, failed: 0, remaining: 0 },
    });
    await expectWhole(records);
    last.signal('SIGTERM');
    expect((await last.ended()).status).toBe(0);
  });
});
