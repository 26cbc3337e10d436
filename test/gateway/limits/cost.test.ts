import { buildSchema, parse, validate } from 'graphql';
import { MeasuredDocument } from '../../../gateway/limits/measured-document';
import { costOf } from '../../../gateway/limits/cost';
import { limitsOf } from '../../../gateway/limits/limits';
import { readObjectFields } from '../../../gateway/limits/object-fields';
import { apiSchema } from '../../support/api-schema';
import { everythingOf } from '../../support/household-profile';
import { checksIn } from '../../support/registry-checks';
import { everyRole, expectRefused, expectTaken, problemOf, supergraphSchema } from './limits-under-test';

const fields = readObjectFields(supergraphSchema);

/** What a question costs, which has to be valid. */
function cost(query: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const document = parse(query);
  expect(validate(apiSchema, document)).toEqual([]);
  const operation = new MeasuredDocument(document).operation(undefined, supergraphSchema, fields);
  return costOf(operation?.places ?? [], variables);
}

const ids = (count: number) => Array.from({ length: count }, (_, at) => `YB-2018-${at}`);
const [members, obligors, subjects] = [12, 8, 20];

describe('A supergraph', () => {
  it('is refused where a list says of no size', () => {
    const schema = buildSchema('type Query { things: [Thing] } type Thing { id: ID }');
    expect(() => readObjectFields(schema)).toThrow(
      'The supergraph has lists without @listSize: Query.things',
    );
  });
});

describe('An answer', () => {
  it('costs one for each object that it may hold, and nothing for what objects say', () => {
    expect(cost('{ household(id: "a") { id residence } }')).toBe(1);
    expect(cost('{ household(id: "a") { application { number } assets { __typename } } }')).toBe(3);
    expect(cost('{ household(id: "a") { members { relation } obligors { relation } } }')).toBe(
      1 + members + obligors,
    );
    expect(cost('{ household(id: "a") { members { person { id } } } }')).toBe(1 + 2 * members);
    expect(cost('{ __typename __schema { types { name } } }')).toBe(0);
  });

  it('costs as many households as are asked for by number', () => {
    const query = 'query ($ids: [ID!]!) { households(ids: $ids) { id application { number } } }';
    for (const count of [0, 1, 7, 200]) expect(cost(query, { ids: ids(count) })).toBe(2 * count);
    expect(cost('{ households(ids: ["a", "b", "c"]) { id } }')).toBe(3);
    expect(cost('{ households(ids: "a") { id } }')).toBe(1);
    expect(cost('query ($a: ID!) { households(ids: [$a, $a]) { id } }', { a: 'a' })).toBe(2);
  });

  it('costs as many households as a page has', () => {
    const page = (given: string) =>
      `{ searchHouseholds${given} { edges { node { id } } pageInfo { hasNextPage } } }`;
    expect(cost(page('(first: 5)'))).toBe(2 + 5 * 2);
    expect(cost(page(''))).toBe(2 + 20 * 2);
    expect(cost(page('(first: null)'))).toBe(2 + 20 * 2);
    expect(cost(page('(first: -5)'))).toBe(2);
    const asked = page('(first: $first)').replace('{', 'query ($first: Int) {');
    expect(cost(asked, { first: 7 })).toBe(2 + 7 * 2);
    expect(cost(asked)).toBe(2 + 20 * 2);
  });

  it('counts the value that a variable has by default', () => {
    const query =
      'query ($first: Int = 50) { searchHouseholds(first: $first) { edges { node { id members { relation } } } } }';
    const full = everythingOf(apiSchema.getType('Household'));
    expectTaken(query);
    expectRefused('TOO_COSTLY', query.replace('{ id members { relation } }', full));
    expectTaken(query.replace('{ id members { relation } }', full), { variables: { first: 1 } });
  });

  it('counts what comes to stand in one place once, and what stands apart each time', () => {
    const fragment = 'fragment M on Household { members { relation } }';
    expect(
      cost(`{ household(id: "a") { ...M ...M members { basis } ... { members { relation } } } } ${fragment}`),
    ).toBe(1 + members);
    expect(cost('{ household(id: "a") { members { relation } others: members { relation } } }')).toBe(
      1 + 2 * members,
    );
  });

  it('counts the same through an interface, and what a directive may leave out', () => {
    const check = (selection: string) => `{ household(id: "a") { assets { vehicles { ${selection} } } } }`;
    const expected = 3 + 2 * subjects;
    expect(cost(check('subjects { person { id } }'))).toBe(expected);
    expect(cost(check('... on RegistryCheck { subjects { person { id } } }'))).toBe(expected);
    expect(cost(check('subjects @skip(if: true) { person { id } }'))).toBe(expected);
  });

  it('costs a number however much it is', () => {
    const query = 'query ($first: Int) { searchHouseholds(first: $first) { edges { node { id } } } }';
    expect(problemOf({ query, variables: { first: 2 ** 31 - 1 } }, 'assistance')).toEqual({
      code: 'TOO_COSTLY',
      details: { limit: String(limitsOf.assistance.cost), cost: String(1 + 2 * (2 ** 31 - 1)) },
    });
  });
});

const checks = checksIn(apiSchema);
const statuses = (namespace: string) =>
  `${namespace} { ${checks
    .filter((place) => place.namespace === namespace)
    .map(({ check }) => `${check} { status }`)
    .join(' ')} }`;

/** Questions as they are asked. */
const full = everythingOf(apiSchema.getType('Household'));
const light = `{ id application { program } members { declaredName person { id } } obligors { declaredName person { id } }
  ${statuses('assets')} ${statuses('registrations')} }`;
const withFindings = light.replace(
  /\}$/,
  'eligibility { outcome findings { code effect message person { id } } } }',
);
const assessment = `{ eligibility { outcome conclusion
  findings { code effect message basis { document article assumed } evidence { registry recordId asOf } }
  income { perCapitaMonthly monthlyStandard } estimate { lumpSum formula } unanswered { registry status } } }`;
const outcomes = `{ id eligibility { program outcome assessedOn policy { id }
  findings { code effect person { id } message evidence { registry recordId asOf } } income { perCapitaMonthly }
  estimate { monthly } unanswered { registry status person { id } } } }`;
const replayed = `{ id members { person { id } } obligors { person { id } } eligibility {
  outcome policy { id } estimate { monthly lumpSum } findings { code effect person { id } } } }`;
const page = (first: number, selection: string) =>
  `{ searchHouseholds(first: ${first}) { edges { node ${selection} } } }`;
const byIds = (selection: string) => `query ($ids: [ID!]!) { households(ids: $ids) ${selection} }`;

describe('The limits', () => {
  it.each(everyRole)('admit everything about one household to the role %s', (role) => {
    expectTaken(`{ household(id: "a") ${full} }`, { role });
    expectRefused('TOO_COSTLY', byIds(full), { role, variables: { ids: ids(200) } });
  });

  it.each(everyRole)('admit a page of 20 households with their assessments to the role %s', (role) => {
    expectTaken(page(20, light), { role });
    expectTaken(page(20, withFindings), { role });
  });

  it('admit a page of 100 such, and a few households with everything', () => {
    expectTaken(page(100, withFindings), { role: 'caseworker' });
    for (const [role, most] of [
      ['caseworker', 4],
      ['auditor', 13],
      ['assistance', 81],
    ] as const) {
      expectTaken(byIds(full), { role, variables: { ids: ids(most) } });
      expectRefused('TOO_COSTLY', byIds(full), { role, variables: { ids: ids(most + 1) } });
    }
  });

  it('admit the assistance system 200 households with their assessments', () => {
    for (const selection of [outcomes, assessment, replayed, withFindings, '{ eligibility { outcome } }']) {
      expectTaken(byIds(selection), { role: 'assistance', variables: { ids: ids(200) } });
    }
    expectRefused('TOO_COSTLY', byIds(assessment), { role: 'auditor', variables: { ids: ids(200) } });
  });

  it('are told from these costs', () => {
    const told = {
      full: cost(`{ household(id: "a") ${full} }`),
      light: cost(`{ household(id: "a") ${light} }`),
      withFindings: cost(`{ household(id: "a") ${withFindings} }`),
      outcomes: cost(`{ household(id: "a") ${outcomes} }`),
      assessment: cost(`{ household(id: "a") ${assessment} }`),
      replayed: cost(`{ household(id: "a") ${replayed} }`),
      outcome: cost('{ household(id: "a") { eligibility { outcome } } }'),
    };
    expect(told).toEqual({
      full: 3663,
      light: 59,
      withFindings: 140,
      outcomes: 1285,
      assessment: 1004,
      replayed: 124,
      outcome: 2,
    });
  });
});
