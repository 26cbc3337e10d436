import { apiSchema } from '../support/api-schema';
import { askAs, type Ask, type HttpAnswer } from '../support/ask-over-http';
import {
  expectNoHouseholds,
  expectNoVerifications,
  expectWithout,
  hastyGateway,
} from '../support/department-errors';
import {
  departmentNames,
  assessingDepartments,
  registryDepartments,
  serveDepartments,
  urlsOf,
  workingDepartments,
} from '../support/department-processes';
import {
  damages,
  entities,
  firstCheck,
  floods,
  gives,
  openFaultyDepartment,
  says,
  upstreamText,
  type Fault,
  type FaultyDepartment,
} from '../support/faulty-department';
import { districtOf, expectHealthy, oneHousehold, wholeDistrict } from '../support/household-profile';
import { importDistrict } from '../support/imported-district';
import { department, openProcesses, type Running } from '../support/processes';
import { checksIn, checksOf } from '../support/registry-checks';
import { verifyDistrict } from '../support/verified-district';

jest.setTimeout(30_000);

const processes = openProcesses('outages');

/** Every department in a process of its own, and in front of each whoever may damage its answers. */
const running = new Map<string, Running>();
const stands = new Map<string, FaultyDepartment>();

/** A gateway that asks the departments themselves, and one that asks those in front of them. */
let direct: string;
let throughStands: string;
let ask: Ask;
let askAsOperator: Ask;
let healthy: HttpAnswer;

beforeAll(async () => {
  await verifyDistrict(processes.dataDir);
  await importDistrict(processes.dataDir);
  for (const [name, process] of await serveDepartments(processes)) {
    running.set(name, process);
    stands.set(name, await openFaultyDepartment(process.url));
  }
  const remote = async (urls: ReadonlyMap<string, string>) =>
    (await processes.serve(hastyGateway(urls, '--remote'))).url;
  [direct, throughStands] = await Promise.all([remote(urlsOf(running)), remote(urlsOf(stands))]);
  ask = await askAs('verifier', processes.dataDir);
  askAsOperator = await askAs('operator', processes.dataDir);
  healthy = await firstHealthy(throughStands);
  expect((await firstHealthy(direct)).data).toEqual(healthy.data);
  expect(districtOf(healthy).household.verifications).toHaveLength(2);
}, 180_000);

afterAll(async () => {
  await processes.close();
  await Promise.all([...stands.values()].map((stand) => stand.close()));
});

afterEach(async () => {
  // Where a test fails, the next one begins without its fault.
  running.forEach((process) => process.signal('SIGCONT'));
  for (const stand of stands.values()) {
    stand.setFault(null);
    await stand.listen();
    expect(stand.mishaps).toEqual([]);
  }
});

/** The first answers of fresh processes may be late. */
async function firstHealthy(url: string): Promise<HttpAnswer> {
  for (let tries = 0; tries < 3; tries += 1) await ask(url, { query: wholeDistrict });
  return expectHealthy(ask, url);
}

/** The next answer is as it was at the start. */
async function expectAsEver(url: string): Promise<void> {
  const answer = await ask(url, { query: oneHousehold });
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual({ household: districtOf(healthy).household });
}

function of<T>(all: ReadonlyMap<string, T>, name: string): T {
  const found = all.get(name);
  if (!found) throw new Error(`${name} is not there`);
  return found;
}

/** The household is whole but for what this department says of it; without civil affairs, there is none. */
async function expectAtFault(name: string, url: string): Promise<void> {
  if (name === 'civil-affairs') await expectNoHouseholds(ask, url);
  else await expectWithout([name], healthy, ask, url);
}

type Faults = readonly (readonly [string, Fault])[];

const faults: Faults = [
  ['answers HTTP 500', says(500, 'application/json', JSON.stringify({ error: upstreamText }))],
  ['answers HTML', says(200, 'text/html', `<html><body>${upstreamText}</body></html>`)],
  ['answers that its data is null', damages(() => ({ data: null }))],
  ['answers 50 megabytes', floods(50 * 1024 * 1024)],
];

const faultsOfChecks: Faults = [
  ['leaves out a required field', firstCheck((check) => delete check.status)],
  [
    'answers with a status that is none',
    firstCheck(({ subjects: [subject] }) => {
      if (subject) subject.status = 'PERHAPS';
    }),
  ],
];

const faultsOfAssessments: Faults = [
  ['leaves out a required field', gives('outcome', undefined)],
  ['answers with an outcome that is none', gives('outcome', 'PERHAPS')],
];

const faultsOfVerifications: Faults = [
  ['leaves out a required field', gives('state', undefined)],
  ['answers with a state that is none', gives('state', 'PERHAPS')],
  ['answers with a version that is none', gives('version', 'the second')],
  ['answers with a verification that is none', gives('verifications', [null])],
  ['answers null for each entity, without an error', entities((all) => all.map(() => null))],
  ['answers with one verification in the place of all', gives('verifications', { id: 'HC-2018-0000-0000' })],
];

/** Of entities, for which civil affairs is not asked. */
const faultsOfEntities: Faults = [
  ['answers too few entities', entities(([, ...others]) => others)],
  ['answers too many entities', entities((all) => [...all, ...all.slice(0, 1)])],
  [
    'answers with errors beside its data',
    damages((was) => ({ ...was, errors: [{ message: upstreamText }] })),
  ],
];

it('Each department is of one kind', () => {
  const kinds = [['civil-affairs'], registryDepartments, assessingDepartments, workingDepartments];
  expect(kinds.flat().sort()).toEqual([...departmentNames].sort());
});

it('Each check of the graph is of one department', () => {
  const all = departmentNames.flatMap(checksOf).map((place) => JSON.stringify(place));
  expect(all.sort()).toEqual(
    checksIn(apiSchema)
      .map((place) => JSON.stringify(place))
      .sort(),
  );
});

/** What can go wrong with a department of that kind. */
function faultsOf(name: string): Faults {
  if (name === 'civil-affairs') return [...faults, ...faultsOfChecks];
  return [...faults, ...ownFaultsOf(name), ...faultsOfEntities];
}

function ownFaultsOf(name: string): Faults {
  if (assessingDepartments.includes(name)) return faultsOfAssessments;
  return workingDepartments.includes(name) ? faultsOfVerifications : faultsOfChecks;
}

describe.each(departmentNames)('While %s', (name) => {
  it.each(faultsOf(name))('%s, only what it answers for is missing', async (_, fault) => {
    const stand = of(stands, name);
    stand.setFault(fault);
    await expectAtFault(name, throughStands);
    stand.setFault(null);
    await expectAsEver(throughStands);
  });

  it('takes no connections, only what it answers for is missing', async () => {
    const stand = of(stands, name);
    await stand.deafen();
    await expectAtFault(name, throughStands);
    await stand.listen();
    await expectAsEver(throughStands);
  });

  it('hangs, only what it answers for is missing', async () => {
    const process = of(running, name);
    process.signal('SIGSTOP');
    await expectAtFault(name, direct);
    process.signal('SIGCONT');
    await expectAsEver(direct);
  });
});

/** The departments whose registries operators see as not reachable. */
async function unreachable(): Promise<readonly string[]> {
  const query = '{ registries { department reachable lastErrorCode } }';
  const { data } = await askAsOperator(direct, { query });
  const registries = data?.['registries'] as {
    department: string;
    reachable: boolean;
    lastErrorCode: unknown;
  }[];
  const down = registries.filter(({ reachable }) => !reachable);
  expect(down.filter(({ lastErrorCode }) => lastErrorCode === null)).toEqual([]);
  return [...new Set(down.map(({ department: name }) => name))];
}

describe('While departments are gone', () => {
  it('what they answer for is missing; as soon as there are others in their places, those answer', async () => {
    const names = ['public-security', 'civil-affairs'];
    for (const name of names) {
      await of(running, name).kill();
      await expectAtFault(name, direct);
    }
    const again = names.map(async (name) => {
      const settings = { PORT: new URL(of(running, name).url).port };
      running.set(name, await processes.serve({ command: department(name), settings }));
    });
    await Promise.all(again);
    expect((await firstHealthy(direct)).data).toEqual(healthy.data);
    expect(await unreachable()).toEqual([]);
  }, 60_000);

  it('one after the other, what each answers for is missing too', async () => {
    const gone: string[] = [];
    for (const name of [...registryDepartments, ...assessingDepartments, ...workingDepartments]) {
      await of(running, name).kill();
      gone.push(name);
      await expectWithout(gone, healthy, ask, direct);
      expect(await unreachable()).toEqual(gone.filter((one) => registryDepartments.includes(one)));
    }
    await expectNoVerifications(ask, direct);
    await of(running, 'civil-affairs').kill();
    await expectNoHouseholds(ask, direct);
  });
});
