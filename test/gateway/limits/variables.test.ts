import { limitsOf } from '../../../gateway/limits/limits';
import { expectRefused, expectTaken, everyRole, times } from './limits-under-test';

const byId = 'query ($id: ID!) { household(id: $id) { id } }';
const byIds = 'query ($ids: [ID!]!) { households(ids: $ids) { id } }';

/** So many brackets, of which the variables are the first. */
const nested = (depth: number): unknown =>
  Array.from({ length: depth - 2 }).reduce((inner: unknown) => [inner], {});

describe.each(everyRole)('Variables of the role %s', (role) => {
  const limits = limitsOf[role];

  it('are as long as that and no longer', () => {
    const of = (bytes: number) => {
      const texts = Array.from({ length: 199 }, () => '界'.repeat(85));
      const rest = bytes - Buffer.byteLength(JSON.stringify({ a: texts, b: texts.slice(0, 50), c: '' }));
      return { a: texts, b: texts.slice(0, 50), ['c'.padEnd(1 + rest, 'c')]: '' };
    };
    expect(Buffer.byteLength(JSON.stringify(of(limits.variables)))).toBe(limits.variables);
    expectTaken('{ registries { name } }', { role, variables: of(limits.variables) });
    expectRefused('VARIABLES_TOO_LARGE', byId, { role, variables: of(limits.variables + 1) });
    expectRefused('VARIABLES_TOO_LARGE', byId, { role, variables: { id: '9'.repeat(200_000) } });
  });

  it('are as deep as that and no deeper', () => {
    expectTaken('{ registries { name } }', { role, variables: { a: nested(limits.variableDepth) } });
    expectRefused('VARIABLES_TOO_DEEP', byId, { role, variables: { a: nested(limits.variableDepth + 1) } });
    expectRefused('VARIABLES_TOO_DEEP', byId, { role, variables: { a: nested(8_000) } });
  });

  it('hold lists and texts as long as that and no longer, declared or not', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, at) => `YB-2018-${at}`);
    expectTaken(byIds, { role, variables: { ids: ids(limits.list) } });
    expectRefused('LIST_TOO_LONG', byIds, { role, variables: { ids: ids(limits.list + 1) } });
    expectRefused('LIST_TOO_LONG', byId, { role, variables: { other: ids(limits.list + 1) } });
    expectTaken(byId, { role, variables: { id: '9'.repeat(limits.text) } });
    expectRefused('TEXT_TOO_LONG', byId, { role, variables: { id: '9'.repeat(limits.text + 1) } });
    expectRefused('TEXT_TOO_LONG', byIds, { role, variables: { ids: [['9'.repeat(limits.text + 1)]] } });
  });

  it('are left to the server where a few are wrong, and refused where many are', () => {
    const wrong = (count: number) => Array.from({ length: count }, () => ({}));
    expectTaken(byIds, { role, variables: { ids: wrong(10) } });
    expectRefused('BAD_USER_INPUT', byIds, { role, variables: { ids: wrong(11) } });
    expectRefused('BAD_USER_INPUT', byIds, { role, variables: { ids: wrong(200) } });
    expectRefused('LIST_TOO_LONG', byIds, { role, variables: { ids: wrong(10_000) } });
    const many = `query (${times(100, (at) => `$v${at}: Int!`)}) { ${times(9, (at) => `q${at}(v: $v${at})`)} }`;
    expectRefused('BAD_USER_INPUT', many, { role, variables: {} });
  });

  it('are held against limits whatever becomes of the document', () => {
    const variables = { id: '9'.repeat(limits.text + 1) };
    for (const query of [
      'no document',
      '{ ...A } fragment A on Query { ...A }',
      'query A { a } query B { b }',
    ]) {
      expectRefused('TEXT_TOO_LONG', query, { role, variables });
    }
  });
});

describe('Variables that are no object', () => {
  it.each([[], 'text', 7, true])('are left to the server: %j', (variables) => {
    expectTaken(byId, { variables });
  });

  it('are held against limits too', () => {
    expectRefused('LIST_TOO_LONG', byId, { variables: Array.from({ length: 201 }, () => 1) });
    expectRefused('TEXT_TOO_LONG', byId, { variables: '9'.repeat(2_001) });
  });
});
