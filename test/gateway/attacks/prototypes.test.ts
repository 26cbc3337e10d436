import { isErrorCode } from '../../../schema/wire/error-catalogue';
import { openAttackedGateway, type Answer, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone } from '../../support/family';
import { openStubDepartment, type StubDepartment } from '../../support/stub-department';

/** Names that every object has or that lead to what every object has. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then'];

const ofObject = Object.getOwnPropertyNames(Object.prototype);
const ofFunction = Object.getOwnPropertyNames(Object);

/** Nothing of what all objects share is otherwise than it was. */
function expectUnchanged(): void {
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(ofObject);
  expect(Object.getOwnPropertyNames(Object)).toEqual(ofFunction);
  expect(({} as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
  expect(([] as unknown as Readonly<Record<string, unknown>>)['polluted']).toBeUndefined();
}

/** It was answered, or refused by a code of the catalogue; nothing failed inside. */
function expectSound({ status, codes }: Answer): void {
  expect([status < 500 || status === 503, codes.filter((code) => !isErrorCode(code))]).toEqual([true, []]);
  expect(codes).not.toContain('INTERNAL_SERVER_ERROR');
  expectUnchanged();
}

describe('A name that every object has', () => {
  let gateway: AttackedGateway;
  let department: StubDepartment;
  beforeAll(async () => {
    department = await openStubDepartment();
    gateway = await openAttackedGateway({
      registries: family('YB-1', [someone('尹某')]),
      settings: { PUBLIC_SECURITY_URL: department.url },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await department.close();
  });
  afterEach(expectUnchanged);

  const sendJson = (body: string) => gateway.send({ headers: { 'content-type': 'application/json' }, body });

  it.each(names)('%s, is an alias like any other', async (name) => {
    const query = `{ ${name}: household(id: "YB-1") { ${name}: id a: members { ${name}: declaredName } } }`;
    const { status, text } = await gateway.post({ query });
    expect(status).toBe(200);
    // Compared as a text: an object that is written with such a key would be another one.
    expect(text.trim()).toBe(`{"data":{"${name}":{"${name}":"YB-1","a":[{"${name}":"尹某"}]}}}`);
  });

  it.each(names)('%s, is a name of an operation, a fragment and a variable like any other', async (name) => {
    const query = `query ${name}($${name}: ID!) { household(id: $${name}) { ...${name} } } fragment ${name} on Household { id }`;
    const question = `{"query":"${query}","operationName":"${name}","variables":{"${name}":"YB-1"}}`;
    const { status, data } = await sendJson(question);
    expect([status, data]).toEqual([200, { household: { id: 'YB-1' } }]);
    expect(gateway.ledger.entries.at(-1)).toMatchObject({ operation: name, households: [{ id: 'YB-1' }] });
  });

  it.each(names)('%s, is no field, type, argument, directive or enum value', async (name) => {
    for (const query of [
      `{ ${name} }`,
      `{ household(id: "YB-1") { ${name} { polluted } } }`,
      `{ household(id: "YB-1") { ... on ${name} { id } } }`,
      `{ household(${name}: { polluted: "yes" }) { id } }`,
      `{ household(id: "YB-1") { id @${name} } }`,
      `{ searchHouseholds(filter: { program: ${name} }) { edges { cursor } } }`,
      `{ searchHouseholds(filter: { ${name}: { polluted: "yes" } }) { edges { cursor } } }`,
      `query ($f: ${name}) { searchHouseholds(filter: $f) { edges { cursor } } }`,
      `{ household(id: "YB-1") { ...${name} } }`,
    ]) {
      const answer = await gateway.post({ query });
      expect(answer.status).toBe(400);
      expectSound(answer);
    }
  });

  const poison = '{"polluted":"yes","constructor":{"prototype":{"polluted":"yes"}}}';

  it.each(names)('%s, in a JSON body changes nothing, wherever it stands', async (name) => {
    const query = '{ household(id: \\"YB-1\\") { id } }';
    const filtered =
      'query ($f: HouseholdFilter) { searchHouseholds(filter: $f, first: 1) { edges { cursor } } }';
    for (const body of [
      `{"query":"${query}","${name}":${poison}}`,
      `{"query":"${query}","variables":{"${name}":${poison}}}`,
      `{"query":"${query}","extensions":{"${name}":${poison}}}`,
      `{"query":"${query}","extensions":{"persistedQuery":{"${name}":${poison},"version":1}}}`,
      `{"query":"${filtered}","variables":{"f":{"${name}":${poison}}}}`,
      `{"query":"${filtered}","variables":{"f":{"applicantName":{"${name}":${poison}}}}}`,
      `{"${name}":{"query":"${query}"}}`,
      `{"query":{"${name}":"${query}"}}`,
      `{"query":"${query}","operationName":{"${name}":${poison}}}`,
      `{"query":"${query}","operationName":"${name}"}`,
      `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${name}"}}}`,
    ]) {
      expectSound(await sendJson(body));
    }
  });

  it.each(names)('%s, in a query string changes nothing', async (name) => {
    const query = '{ household(id: "YB-1") { id } }';
    const headers = { 'apollo-require-preflight': 'yes' };
    for (const parameters of [
      { query, [name]: poison },
      { query, [`${name}[polluted]`]: 'yes' },
      { query, variables: `{"${name}":${poison}}`, extensions: `{"${name}":${poison}}` },
    ]) {
      const search = `?${new URLSearchParams(parameters).toString()}`;
      expectSound(await gateway.send({ method: 'GET', search, headers }));
    }
  });

  const asked = '{ household(id: "YB-1") { id assets { vehicles { status } } } }';

  it.each(names)('%s, in a department’s answer is no more than a name', async (name) => {
    const check = '"status":"NO_RECORD","ledger_status":"NO_RECORD"';
    const vehicles = `"vehicles":{"__typename":"VehicleCheck",${check},"${name}":${poison}}`;
    department.say(`{"data":{"_entities":[{${vehicles},"${name}":${poison}}],"${name}":${poison}}}`);
    const answer = await gateway.post({ query: asked });
    expect(department.asked.length).toBeGreaterThan(0);
    expectSound(answer);
    expect(answer.errors).toEqual([]);
    expect(answer.data).toEqual({ household: { id: 'YB-1', assets: { vehicles: { status: 'NO_RECORD' } } } });
  });

  it.each(names)('%s, in the place of an answer is none', async (name) => {
    for (const text of [
      `{"${name}":{"data":{"_entities":[{}]}}}`,
      `{"data":{"${name}":{"_entities":[{}]}}}`,
      `{"data":{"_entities":[{"${name}":{"vehicles":{"status":"FOUND"}}}]}}`,
      `{"data":{"_entities":{"${name}":[{}],"length":1}}}`,
      `{"data":null,"errors":[{"message":"m","${name}":${poison},"extensions":{"code":"${name}","${name}":${poison}}}]}`,
      `{"data":null,"errors":[{"message":"m","path":["${name}","polluted"],"extensions":{"${name}":{"code":"FORBIDDEN"}}}]}`,
    ]) {
      department.say(text);
      const answer = await gateway.post({ query: asked });
      expectSound(answer);
      expect(answer.codes).toContain('DEPARTMENT_UNAVAILABLE');
      expect(answer.data).toEqual({
        household: { id: 'YB-1', assets: { vehicles: { status: 'UNAVAILABLE' } } },
      });
      expect(answer.text).not.toContain('polluted');
    }
  });

  it.each(names)('%s, as an alias of what a department answers is its alias alone', async (name) => {
    const check = '"status":"NO_RECORD","ledger_status":"NO_RECORD","polluted":"yes"';
    department.say(`{"data":{"_entities":[{"${name}":{"${name}":"NO_RECORD",${check}}}]}}`);
    const query = `{ household(id: "YB-1") { assets { ${name}: vehicles { ${name}: status } } } }`;
    const answer = await gateway.post({ query });
    expectSound(answer);
    expect(answer.text.trim()).toBe(`{"data":{"household":{"assets":{"${name}":{"${name}":"NO_RECORD"}}}}}`);
  });
});
