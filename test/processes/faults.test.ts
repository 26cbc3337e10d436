import { askAs, type Ask, type HttpAnswer, type Question } from '../support/ask-over-http';
import { expectErrors, expectNoHouseholds, expectWithout, hastyGateway } from '../support/department-errors';
import { serveDepartments, urlsOf } from '../support/department-processes';
import {
  damages,
  drips,
  entities,
  floods,
  gives,
  openFaultyDepartment,
  resets,
  says,
  upstreamText,
  type Fault,
  type FaultyDepartment,
} from '../support/faulty-department';
import { districtOf, expectHealthy, oneHousehold } from '../support/household-profile';
import { openProcesses } from '../support/processes';

const megabyte = 1024 * 1024;

jest.setTimeout(30_000);

const processes = openProcesses('faults');
const stands: FaultyDepartment[] = [];

let publicSecurity: FaultyDepartment;
let civilAffairs: FaultyDepartment;
let graph: string;
let ask: Ask;

let healthy: HttpAnswer;

beforeAll(async () => {
  // What goes wrong with every department is tried in outages.test.ts; here, with these two, is all else.
  const running = await serveDepartments(processes, ['civil-affairs', 'public-security']);
  const faulty = new Map<string, FaultyDepartment>();
  for (const [name, { url }] of running) faulty.set(name, await openFaultyDepartment(url));
  [civilAffairs, publicSecurity] = [...faulty.values()] as [FaultyDepartment, FaultyDepartment];
  stands.push(civilAffairs, publicSecurity);
  graph = (await processes.serve(hastyGateway(urlsOf(faulty)))).url;
  ask = await askAs('verifier', processes.dataDir);
  // The first answer of fresh processes may be late.
  await ask(graph, { query: oneHousehold });
  healthy = await expectHealthy(ask, graph);
}, 120_000);

afterEach(async () => {
  stands.forEach((stand) => stand.setFault(null));
  expect(stands.flatMap(({ mishaps }) => mishaps)).toEqual([]);
  // Whatever it was, the next answer is healthy.
  expect((await expectHealthy(ask, graph)).data).toEqual(healthy.data);
});

afterAll(async () => {
  await processes.close();
  await Promise.all(stands.map((stand) => stand.close()));
});

/** What is answered while a department has a fault. */
function askWhile(faulty: FaultyDepartment, fault: Fault, question: Question): Promise<HttpAnswer> {
  faulty.setFault(fault);
  return ask(graph, question);
}

const error = [{ message: upstreamText }];
const html = says(200, 'text/html', `<html><body>${upstreamText}</body></html>`);
const errorsBesideData = damages((was) => ({ ...was, errors: error }));

describe('Where public security answers wrongly, the household stays whole', () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ['it answers HTTP 401', says(401, 'text/plain', '')],
    ['it sends the gateway elsewhere', (response) => void response.writeHead(302, { location: '/' }).end()],
    ['it answers nothing', says(200, 'application/json', '')],
    ['it answers JSON that is no answer', says(200, 'application/json', `["${upstreamText}"]`)],
    ['its data is null and an error says so', damages(() => ({ data: null, errors: error }))],
    ['its answer has neither data nor errors', damages(() => ({}))],
    ['a field that may be null is missing', gives('asOf', undefined)],
    ['a required field is null', gives('subjects', null)],
    ['an instant is none', gives('asOf', upstreamText)],
    ['a list is none', gives('records', { length: 0 })],
    ['it answers null for an entity, without an error', entities((all) => all.map(() => null))],
    ['its errors are no list', damages((was) => ({ ...was, errors: upstreamText }))],
    ['it resets the connection in the middle of its answer', resets],
    ['it drips its answer', drips],
  ];

  it.each(faults)('when %s', async (_, fault) => {
    publicSecurity.setFault(fault);
    await expectWithout(['public-security'], healthy, ask, graph);
  });

  it('when it answers 50 megabytes, of which the gateway takes a few', async () => {
    publicSecurity.setFault(floods(50 * megabyte));
    await expectWithout(['public-security'], healthy, ask, graph);
    // It is called four times, and of each call's 50 megabytes four are read; the network's buffers hold more.
    expect(publicSecurity.bytesSent()).toBeGreaterThan(4 * megabyte);
    expect(publicSecurity.bytesSent()).toBeLessThan(50 * megabyte);
  });

  it('under whatever names and through whatever fragments it is asked for', async () => {
    const query = `
      query ($no: Boolean!) {
        family: household(id: "YB-2018-0001") {
          ...Cars
          books: registrations { __typename home: residents { ...Brief rows: records { recordId } } deaths { status } }
        }
      }
      fragment Cars on Household {
        owned: assets {
          cars: vehicles {
            ...Brief kind: __typename asOf @include(if: $no) rows: records { ... on RegistryRecord { recordId } }
          }
          vehicles { worst: status }
        }
      }
      fragment Brief on RegistryCheck { state: status whom: subjects { who: person { id } state: status } }`;
    const question = { query, variables: { no: false } };
    const before = await ask(graph, question);
    expect(before.errors).toEqual([]);
    const family = before.data?.['family'] as {
      readonly owned: { readonly cars: { readonly whom: readonly { readonly who: unknown }[] } };
      readonly books: { readonly deaths: unknown };
    };
    const whom = family.owned.cars.whom.map(({ who }) => ({ who, state: 'UNAVAILABLE' }));
    expect(whom).toHaveLength(2);
    const silence = { state: 'UNAVAILABLE', whom, rows: [] };

    const answer = await askWhile(publicSecurity, html, question);
    expect(answer.data).toEqual({
      family: {
        owned: { cars: { ...silence, kind: 'VehicleCheck' }, vehicles: { worst: 'UNAVAILABLE' } },
        books: { __typename: 'HouseholdRegistrations', home: silence, deaths: family.books.deaths },
      },
    });
    expectErrors(answer, [
      ['public-security', ['family', 'owned']],
      ['public-security', ['family', 'books']],
    ]);
  });

  it('and a person whom it alone knows is null with an error', async () => {
    const { vehicles } = districtOf(healthy).household.assets;
    const variables = vehicles?.subjects[0]?.person as { readonly id: string };
    const question = { query: 'query ($id: ID!) { person(id: $id) { id name } }', variables };
    expect((await ask(graph, question)).data?.['person']).toMatchObject(variables);
    const answer = await askWhile(publicSecurity, html, question);
    expect(answer.data).toEqual({ person: null });
    expectErrors(answer, [['public-security', null]]);
  });
});

describe('Where civil affairs answers wrongly, no household is told and an error says so', () => {
  it.each([
    ['the field is missing from its data', damages(() => ({ data: {} }))],
    ['it resets the connection in the middle of its answer', resets],
  ])('when %s', async (_, fault) => {
    civilAffairs.setFault(fault);
    await expectNoHouseholds(ask, graph);
  });

  it('when it leaves out whom the registries are to be asked about', async () => {
    const answer = await askWhile(civilAffairs, gives('subjects', undefined), { query: oneHousehold });
    expect(answer.data).toEqual({ household: null });
    expectErrors(answer, [['civil-affairs', null]]);
  });

  it('but where its data is whole, an error beside it is told by its department, not by its text', async () => {
    const answer = await askWhile(civilAffairs, errorsBesideData, { query: oneHousehold });
    expect(answer.data).toEqual({ household: districtOf(healthy).household });
    expectErrors(answer, [['civil-affairs', null]]);
  });
});
