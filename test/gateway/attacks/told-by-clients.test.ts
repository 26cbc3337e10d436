import { openAttackedGateway, type Attack, type AttackedGateway } from '../../support/attacked-gateway';
import { family, resident, someone, together } from '../../support/family';
import { expectNothingTold } from './leaks';

const yin = someone('尹某');
const { number, name } = yin;
const short = number.slice(0, 6) + number.slice(8, 17);
const fullWidth = [...number].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
const one = '{ household(id: "YB-1") { id } }';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const json = { 'content-type': 'application/json' };
const question = (asked: object): Attack => ({ headers: json, body: JSON.stringify(asked) });
const withHeaders = (headers: Attack['headers']): Attack => ({
  headers: { ...json, ...headers },
  body: JSON.stringify({ query: '{ household(id: "YB-1") { assets { vehicles { status } } } }' }),
});
const asGet = (search: string): Attack => ({
  method: 'GET',
  search,
  headers: { 'apollo-require-preflight': 'yes' },
});
const documents = (...queries: readonly string[]): readonly Attack[] =>
  queries.map((query) => question({ query }));

/** Where somebody can put a number or a name, by mistake or to see it come back. */
const places: Readonly<Record<string, readonly Attack[]>> = {
  tokens: [
    `Bearer ${number}`,
    `Basic ${Buffer.from(`${name}:${number}`).toString('base64')}`,
    `Bearer ${encoded({ alg: 'none' })}.${encoded({ sub: number, name, role: 'verifier' })}.AA`,
    `Bearer ${encoded({ alg: 'EdDSA', kid: number })}.${encoded({ sub: number })}.AA`,
    number,
  ].map((authorization) => ({ ...question({ query: one }), headers: { ...json, authorization } })),
  'the subject of a good token': [number, `user-${number}`, `u${short}`, fullWidth].flatMap((subject) => [
    { ...question({ query: one }), as: { subject } },
    { ...question({ query: '{ nothing }' }), as: { subject } },
    { ...question([]), as: { subject } },
  ]),
  'the headers of a purpose': [number, short, `看看${number}的车`, fullWidth]
    .map(encodeURIComponent)
    .concat(number, `because of ${number.toLowerCase()}`)
    .flatMap((text) => [
      withHeaders({ 'x-access-reason': text }),
      withHeaders({ 'x-access-purpose': text }),
      { ...withHeaders({ 'x-access-reason': text, 'x-access-purpose': 'AUDIT' }), as: { role: 'auditor' } },
    ]),
  'a correlation id': [number, short, `id-${number}`, `${number}:${number}`, number.toLowerCase()].map((id) =>
    withHeaders({ 'x-correlation-id': id }),
  ),
  'other headers': ['cookie', 'user-agent', 'referer', 'x-request-id', 'accept', 'origin', 'content-language']
    .map((header) => withHeaders({ [header]: number }))
    .concat(
      withHeaders({ 'content-type': `application/json; charset=${number}` }),
      withHeaders({ 'content-type': `text/plain; of=${number}` }),
      withHeaders({ 'content-encoding': `of${number}` }),
    ),
  'malformed bodies': [
    `{"query":"{ household(id: \\"${number}\\") { id } }"`,
    `${number} ${name}`,
    `{"${number}": nothing}`,
    `["${number}"]`,
    `"${number}"`,
    `{"query":"${number}","variables":"${number}"}`,
    `{"query":["${number}"]}`,
    `{"query":"${one.replaceAll('"', '\\"')}","variables":["${number}"]}`,
    `{"query":"${one.replaceAll('"', '\\"')}","operationName":"${number}"}`,
    `{"query":"query A { __typename } query B { __typename }","operationName":"${name}${number}"}`,
    `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${number}"}}}`,
    `{"query":"${'['.repeat(5)}","extensions":${'['.repeat(50)}"${number}"`,
  ].map((body) => ({ headers: json, body })),
  'query strings and paths': [
    `?query=${number}`,
    `?query=${encodeURIComponent(`{ household(id: "${number}" `)}`,
    `?query=${encodeURIComponent(one)}&variables=${number}`,
    `?query=${encodeURIComponent(one)}&operationName=${number}`,
    `?query=${encodeURIComponent(one)}&extensions={${number}`,
    `/${number}?query=${encodeURIComponent(one)}`,
  ].map(asGet),
  ids: documents(
    `{ household(id: "${number}") { id assets { vehicles { status } } } }`,
    `{ households(ids: ["${number}", "${short}", "${name}", "YB-1"]) { id } }`,
    `{ searchHouseholds(after: "${number}") { edges { cursor } } }`,
    `{ searchHouseholds(first: ${number.slice(0, 17)}) { edges { cursor } } }`,
    `{ searchHouseholds(filter: { applicantName: "${name}${number}" }) { edges { cursor } } }`,
  ).concat({ ...question({ query: `{ person(id: "${number}") { id } }` }), as: { role: 'verifier' } }),
  documents: documents(
    `{ household(id: "${number}" `,
    `{ household(id: "${name} ${number}) { id } }`,
    `{ of${number} }`,
    `{ household(id: "YB-1") { of${number} } }`,
    `{ household(of${number}: "YB-1") { id } }`,
    `{ household(id: { of${number}: "${name}" }) { id } }`,
    `{ household(id: "YB-1") { id @of${number}(name: "${name}") } }`,
    `{ household(id: "YB-1") { ...of${number} } }`,
    `{ household(id: "YB-1") { ... on Of${number} { id } } }`,
    `{ household(id: $of${number}) { id } }`,
    `query ($of${number}: Of${number}) { household(id: "YB-1") { id } }`,
    `query ($of${number}: Int = "${name}") { searchHouseholds(first: $of${number}) { edges { cursor } } }`,
    `{ searchHouseholds(filter: { program: OF${number} }) { edges { cursor } } }`,
    `{ searchHouseholds(filter: { program: "${name}" }) { edges { cursor } } }`,
    `{ searchHouseholds(filter: { appliedFrom: "${number}" }) { edges { cursor } } }`,
    `{ searchHouseholds(filter: { appliedTo: """${name}""" }) { edges { cursor } } }`,
    `{ household(id: "YB-1") { ledger_${number}: id } }`,
    `{ household(id: "YB-1") { id(of: "${number}") } household(id: "${number}") { id } }`,
    `fragment of${number} on Household { id } ${one}`,
    `query Of${number} ${one}`,
    `# ${name} ${number}\n${one}`,
  ),
  variables: [
    { ids: number },
    { ids: [{ name, number }] },
    { first: number },
    { first: name },
    { filter: { program: number } },
    { filter: { program: name } },
    { filter: { [`of${number}`]: name } },
    { filter: { appliedFrom: number } },
    { filter: number },
    { [`of${number}`]: number },
  ].map((variables) =>
    question({
      query:
        'query ($ids: [ID!]! = [], $first: Int, $filter: HouseholdFilter) { households(ids: $ids) { id } searchHouseholds(first: $first, filter: $filter) { edges { cursor } } }',
      variables,
    }),
  ),
  'names of variables': ['Int', 'ID!', 'HouseholdFilter', 'AssistanceProgram'].map((type) =>
    question({
      query: `query ($of${number}: ${type}) { ${
        {
          Int: `searchHouseholds(first: $of${number}) { edges { cursor } }`,
          'ID!': `household(id: $of${number}) { id }`,
          HouseholdFilter: `searchHouseholds(filter: $of${number}) { edges { cursor } }`,
          AssistanceProgram: `searchHouseholds(filter: { program: $of${number} }) { edges { cursor } }`,
        }[type]
      } }`,
      variables: { [`of${number}`]: { name } },
    }),
  ),
};

describe('An identity number or a name that somebody sends', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({
      registries: together(family('YB-1', [yin]), resident('HJ-1', yin)),
    });
  });
  afterAll(() => gateway.close());

  it.each(Object.keys(places))('comes back in no answer and stands in no log: in %s', async (place) => {
    for (const [index, attack] of (places[place] ?? []).entries()) {
      gateway.forget();
      const answer = await gateway.send(attack);
      expect(answer.status).toBeLessThan(500);
      expectNothingTold(`${place}, ${index}`, answer, gateway, yin);
      // Whatever was sent to the graph leaves a line.
      expect(gateway.log.some((line) => /"msg":"(request|refused)"/.test(line))).toBe(true);
    }
  });
});
