import { DepartmentFailure } from '../../../gateway/departments/department-failure';
import { roles, type Role } from '../../../gateway/access/roles';
import { listen, type Listening } from '../../../gateway/http/listen';
import { developmentToken } from '../../../schema/config/development-token';
import type { Department } from '../../../schema/wire/graphql-exchange';
import { now, openDistrict, type District } from '../../support/district';
import { family, someone } from '../../support/family';
import { memoryLedger, type MemoryLedger } from '../../support/memory-ledger';
import { send } from '../../support/send';

const person = someone('尹某');
const question = '{ household(id: "YB-1") { address assets { vehicles { status } } } }';

let asked = 0;
const down: Department = {
  execute: () => {
    asked += 1;
    return Promise.reject(new DepartmentFailure('HTTP_503'));
  },
  status: () => Promise.resolve([]),
};

let ledger: MemoryLedger;
let district: District;
let listening: Listening;

beforeAll(async () => {
  ledger = memoryLedger();
  district = await openDistrict({
    departments: ['civil-affairs'],
    registries: family('YB-1', [person]),
    instead: new Map([['public-security', down]]),
    ledger,
    settings: { BREAKER_CALLS: '4' },
  });
  listening = await listen(district.graph.app, '127.0.0.1', 0);
});
afterAll(async () => {
  await listening.close();
  await district.close();
});

async function metricsAs(role: Role | null) {
  const token = role && (await developmentToken(district.databases.config, { role, now }));
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  return send(`${listening.url}/metrics`, { method: 'GET', headers });
}

/** The samples of a metric by name and labels, as the operator reads them. */
async function samples(name: string): Promise<Readonly<Record<string, number>>> {
  const { text } = await metricsAs('operator');
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return Object.fromEntries(
    lines.map((line) => {
      const [label = '', value] = line.split(/ (?=\S+$)/);
      return [label.slice(name.length), Number(value)];
    }),
  );
}

async function circuits(): Promise<Readonly<Record<string, unknown>>> {
  const { data } = await district.ask('{ registries { department circuit } }', { role: 'operator' });
  const all = data?.['registries'] as { department: string; circuit: string }[];
  return Object.fromEntries(all.map(({ department, circuit }) => [department, circuit]));
}

/** What is told of the household, while nobody tells of its vehicles. */
async function ask(): Promise<void> {
  const { data, errors } = await district.ask(question);
  expect(data).toEqual({
    household: { address: expect.any(String) as string, assets: { vehicles: { status: 'UNAVAILABLE' } } },
  });
  expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['DEPARTMENT_UNAVAILABLE']);
}

describe('Metrics', () => {
  it('are for operators alone', async () => {
    expect((await metricsAs(null)).status).toBe(401);
    for (const role of Object.keys(roles) as Role[]) {
      expect([role, (await metricsAs(role)).status]).toEqual([role, role === 'operator' ? 200 : 403]);
    }
    expect(await samples('gateway_refused_requests_total')).toEqual({
      '{code="UNAUTHENTICATED"}': 1,
      '{code="FORBIDDEN"}': Object.keys(roles).length - 1,
    });
  });

  it('show every circuit from the start', async () => {
    const states = await samples('gateway_department_circuit');
    expect(states['{department="public-security",state="CLOSED"}']).toBe(1);
    expect(states['{department="public-security",state="OPEN"}']).toBe(0);
    expect(await samples('gateway_department_circuit_switches_total')).toEqual({});
  });

  it('tell of an open circuit, as the catalogue of registries does; others’ answers are none the worse', async () => {
    expect(await circuits()).toMatchObject({ 'public-security': 'CLOSED', 'civil-affairs': 'CLOSED' });
    for (let i = 0; i < 6; i += 1) await ask();
    expect(asked).toBe(4);
    expect(await circuits()).toMatchObject({ 'public-security': 'OPEN', 'civil-affairs': 'CLOSED' });
    const states = await samples('gateway_department_circuit');
    expect(states['{department="public-security",state="CLOSED"}']).toBe(0);
    expect(states['{department="public-security",state="OPEN"}']).toBe(1);
    expect(await samples('gateway_department_circuit_switches_total')).toEqual({
      '{department="public-security",state="OPEN"}': 1,
    });
    expect(await samples('gateway_department_calls_total')).toEqual({
      '{department="civil-affairs",outcome="answered"}': 6,
      '{department="public-security",outcome="server_error"}': 4,
      '{department="public-security",outcome="circuit_open"}': 2,
    });
    const durations = await samples('gateway_department_call_seconds_count');
    expect(durations['{department="public-security"}']).toBe(4);
  });

  it('count requests by how they ended', async () => {
    await district.ask('{ household(id: "YB-1") { address } }');
    await district.ask('{ household(id: "YB-1") { address } }', { role: 'operator' });
    expect(await samples('gateway_request_seconds_count')).toMatchObject({
      '{outcome="answered"}': expect.any(Number) as number,
      '{outcome="partial"}': 6,
      '{outcome="refused"}': 1,
    });
  });

  it('tell how the ledger stands', async () => {
    expect(await samples('gateway_ledger_waiting_entries')).toEqual({ '': 0 });
    expect(await samples('gateway_ledger_writable')).toEqual({ '': 1 });
    ledger.fails = true;
    await district.ask('{ household(id: "YB-1") { address } }');
    ledger.fails = false;
    const writes = await samples('gateway_ledger_write_seconds_count');
    expect(writes['{outcome="failed"}']).toBe(1);
    expect(writes['{outcome="written"}']).toBe(ledger.entries.length);
  });

  it('tell how late the event loop is', async () => {
    expect(Object.keys(await samples('nodejs_eventloop_lag_p99_seconds'))).toEqual(['']);
  });

  it('hold nothing of anybody, and no more labels than there are departments, outcomes and codes', async () => {
    const { text } = await metricsAs('operator');
    const labels = [...text.matchAll(/"([^"]*)"/g)].map(([, label]) => label);
    expect(labels.filter((label) => !/^[\w.+-]{1,40}$/.test(label ?? ''))).toEqual([]);
    for (const own of ['YB-1', person.name, person.number, district.personId(person.number)]) {
      expect(text).not.toContain(own);
    }
    expect(text.split('\n').length).toBeLessThan(2_000);
  });
});
