import { getIntrospectionQuery } from 'graphql';
import { limitsOf } from '../../../gateway/limits/limits';
import { expectRefused, expectTaken, everyRole, millisecondsOf, problemOf, times } from './limits-under-test';

/** A question about one household. */
const household = (fields: string) => `{ household(id: "YB-2018-0001") { ${fields} } }`;

/** Fields within fields, so many in all. */
const nested = (depth: number, name = 'members') =>
  `${`${name} { `.repeat(depth - 1)}id${' }'.repeat(depth - 1)}`;

/** A document whose fragments double each other so many times. */
const bomb = (doublings: number) =>
  [
    household('...F0'),
    ...Array.from(
      { length: doublings },
      (_, at) => `fragment F${at} on Household { ...F${at + 1} ...F${at + 1} }`,
    ),
    `fragment F${doublings} on Household { id }`,
  ].join(' ');

const ring = (count: number) =>
  `${household('...R0')} ${times(count, (at) => `fragment R${at} on Household { id ...R${(at + 1) % count} }`)}`;

describe.each(everyRole)('A document of the role %s', (role) => {
  const limits = limitsOf[role];

  it('has its number of tokens and no more', () => {
    // Ten of them stand around the fields.
    const one = `{ household(id: "YB-2018-0001") {`;
    const of = (tokens: number) => `${one} ${times(tokens - 10, (at) => `f${at}`)} } }`;
    expectTaken(of(limits.tokens), { role });
    expectRefused('TOO_MANY_TOKENS', of(limits.tokens + 1), { role });
    expectRefused('TOO_MANY_TOKENS', household('id '.repeat(50_000)), { role });
  });

  it('is as deep as that and no deeper, through fragments too', () => {
    const through = (depth: number) => `{ ...A } fragment A on Query { ${nested(depth)} }`;
    for (const query of [(depth: number) => `{ ${nested(depth)} }`, through]) {
      expectTaken(query(limits.depth), { role });
      expectRefused('TOO_DEEP', query(limits.depth + 1), { role });
    }
    expectRefused('TOO_MANY_TOKENS', '{a'.repeat(9_000), { role });
    expectRefused('TOO_MANY_TOKENS', `${'{a'.repeat(9_000)}${'}'.repeat(9_000)}`, { role });
    expectRefused('TOO_DEEP', `${'{a'.repeat(600)}${'}'.repeat(600)}`, { role });
  });

  it('has its number of aliases and no more', () => {
    const of = (count: number) => household(times(count, (at) => `a${at}: id`));
    expectTaken(of(limits.aliases), { role });
    expectRefused('TOO_MANY_ALIASES', of(limits.aliases + 1), { role });
    expectRefused('TOO_MANY_TOKENS', of(10_000), { role });
  });

  it('asks its number of questions and no more, and one of them no oftener than that', () => {
    const different = (count: number) => `{ ${times(count, (at) => `q${at}`)} }`;
    expectTaken(different(limits.rootFields), { role });
    expectRefused('TOO_MANY_ROOT_FIELDS', different(limits.rootFields + 1), { role });
    const same = (count: number) =>
      `{ ${times(count, (at) => `a${at}: household(id: "YB-2018-0001") { id }`)} }`;
    expectTaken(same(limits.sameRootField), { role });
    expectRefused('TOO_MANY_ROOT_FIELDS', same(limits.sameRootField + 1), { role });
    const inFragments = `{ ...A ...B } fragment A on Query { ${same(2).slice(1, -1)} } fragment B on Query { ${times(
      2,
      (at) => `b${at}: household(id: "YB-2018-0001") { id }`,
    )} }`;
    expectRefused('TOO_MANY_ROOT_FIELDS', inFragments, { role });
  });

  it('has its number of directives and no more, known or not', () => {
    for (const directive of ['@include(if: true)', '@skip(if: false)', '@unheardOf']) {
      const of = (count: number) => household(`id ${`${directive} `.repeat(count)}`);
      expectTaken(of(limits.directives), { role });
      expectRefused('TOO_MANY_DIRECTIVES', of(limits.directives + 1), { role });
      expectRefused('TOO_MANY_TOKENS', of(10_000), { role });
    }
  });

  it('has no more of them where its fragments are written out', () => {
    const of = (spreads: number) =>
      `${household(times(spreads, (at) => `l${at} { ...F }`))} fragment F on Household { id @include(if: true) }`;
    expectTaken(of(limits.directives), { role });
    expectRefused('TOO_MANY_DIRECTIVES', of(limits.directives + 1), { role });
  });

  it('selects its number of fields with fragments written out, and no more', () => {
    // The household, 49 fields with a fragment of a hundred each, and the rest beside them.
    const of = (count: number) =>
      `{ household(id: "YB-2018-0001") { ${times(49, (at) => `l${at} { ...F }`)} ${times(
        count - 1 - 49 * 102,
        (at) => `x${at}`,
      )} } } fragment F on Household { ${times(100, (at) => `f${at}`)} }`;
    expectTaken(of(limits.selections), { role });
    expectRefused('TOO_MANY_SELECTIONS', of(limits.selections + 1), { role });
  });

  it('has one name in one place no oftener than that', () => {
    const of = (count: number) => household('members { relation } '.repeat(count));
    expectTaken(of(limits.repetitions), { role });
    expectRefused('TOO_MANY_SELECTIONS', of(limits.repetitions + 1), { role });
    const inFragments = `${household('...A ...B')} ${['A', 'B']
      .map((name) => `fragment ${name} on Household { ${'id '.repeat(limits.repetitions / 2 + 1)} }`)
      .join(' ')}`;
    expectRefused('TOO_MANY_SELECTIONS', inFragments, { role });
  });

  it('has lists and texts as long as that and no longer', () => {
    const ids = (count: number) => `{ households(ids: [${times(count, (at) => `"${at}"`)}]) { id } }`;
    expectTaken(ids(limits.list), { role });
    expectRefused('LIST_TOO_LONG', ids(limits.list + 1), { role });
    const id = (length: number) => `{ household(id: "${'9'.repeat(length)}") { id } }`;
    expectTaken(id(limits.text), { role });
    expectRefused('TEXT_TOO_LONG', id(limits.text + 1), { role });
    expectRefused('TEXT_TOO_LONG', id(200_000), { role });
    const byDefault = `query ($id: ID = "${'9'.repeat(limits.text + 1)}") { household(id: $id) { id } }`;
    expectRefused('TEXT_TOO_LONG', byDefault, { role });
    for (const name of ['Q'.repeat(limits.name + 1), `Q${'1'.repeat(200_000)}`]) {
      expectRefused('TEXT_TOO_LONG', `query ${name} { households(ids: []) { id } }`, { role });
      expectRefused('TEXT_TOO_LONG', `{ ${name} }`, { role });
    }
  });

  it('may hold GraphQL’s own question for the schema, and no deeper one', () => {
    expectTaken(getIntrospectionQuery(), { role });
    expectTaken(getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true }), {
      role,
    });
    const below = (depth: number) => `{ __schema { types { ${nested(depth - 2, 'ofType')} } } }`;
    expectTaken(below(limits.introspectionDepth), { role });
    expectRefused('TOO_DEEP', below(limits.introspectionDepth + 1), { role });
  });
});

describe('Fragments', () => {
  it('that double each other ten times are written out, and more than that is refused at once', () => {
    expectTaken(bomb(10));
    for (const doublings of [11, 18, 30, 150]) {
      const took = millisecondsOf(() => expectRefused('TOO_MANY_SELECTIONS', bomb(doublings)));
      expect(took).toBeLessThan(50);
    }
  });

  it('that double each other in places of their own are too deep first', () => {
    const deep = bomb(9).replaceAll(/\.\.\.(F\d+) \.\.\.F\d+/g, 'assets { ...$1 } registrations { ...$1 }');
    expectRefused('TOO_DEEP', deep);
  });

  it.each([1, 2, 50])('in a ring of %i are left to validation', (count) => {
    expectTaken(ring(count));
  });

  it('in a ring are refused where there is much in them', () => {
    const much = ring(3).replace('{ id', `{ ${times(300, (at) => `f${at}`)}`);
    expectRefused('GRAPHQL_VALIDATION_FAILED', much);
  });

  it('that nobody spreads are left to validation where there is little in them', () => {
    const unused = (count: number) =>
      `${household('id')} fragment U on Household { ${times(count, (at) => `f${at}`)} }`;
    expectTaken(unused(10));
    expectRefused('GRAPHQL_VALIDATION_FAILED', unused(300));
  });
});

describe('What is no document', () => {
  it.each(['', '{', '{ "', 'nothing of GraphQL', '{ household(id: "\u0000") }'])(
    'is left to the server: %j',
    (query) => {
      expectTaken(query);
    },
  );

  it('is no document of too many tokens where it ends before', () => {
    expectTaken(`{ ${'a '.repeat(100)}`);
    expectRefused('TOO_MANY_TOKENS', `{ { ${'a '.repeat(3_000)}`);
  });

  it('is told within milliseconds', () => {
    const took = millisecondsOf(() => expectRefused('TOO_MANY_TOKENS', `{ ${'a '.repeat(120_000)} }`));
    expect(took).toBeLessThan(50);
  });

  it('says which limit it passed', () => {
    expect(
      problemOf({ query: household(times(16, (at) => `a${at}: id`)), variables: {} }, 'caseworker'),
    ).toEqual({
      code: 'TOO_MANY_ALIASES',
      details: { limit: '15' },
    });
  });
});
