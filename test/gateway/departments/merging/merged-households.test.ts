import { parse, print } from 'graphql';
import type { DepartmentAnswer } from '../../../../schema/wire/graphql-exchange';
import { callOf, openAtWork, outcome, settled } from './department-at-work';

const text =
  'query F($id: ID!, $on: Date) { household(id: $id) { told(on: $on) ...F } } fragment F on Household { id }';
const plural =
  'query F($id: [ID!]!, $on: Date) { households(ids: $id) { told(on: $on) ...F } } fragment F on Household { id }';

const bound = (subject: string, divisions?: readonly string[]) => {
  const call = callOf(subject);
  return {
    ...call,
    callers: call.callers.map((caller) => ({ ...caller, ...(divisions ? { divisions } : {}) })),
  };
};

/** Asks for one household by its number. */
function openForHouseholds() {
  const { merging, asked } = openAtWork();
  const ask = (id: unknown, call = callOf(String(id)), query = text): Promise<DepartmentAnswer> =>
    merging.execute({ query, variables: { id, on: '2018-07-02' } }, call);
  return { asked, ask };
}

/** What each call asked for, by its root field. */
const named = (asked: ReturnType<typeof openForHouseholds>['asked']) =>
  asked.map(({ request }) => [/households|household/.exec(request.query)?.[0], request.variables?.['id']]);

describe('What concurrent requests ask of one household each', () => {
  it('is asked of all of them together, and each is given its own as it asked for it', async () => {
    const { asked, ask } = openForHouseholds();
    const answers = ['1', '2', '3'].map((id) => ask(id));
    await settled();
    expect(asked).toHaveLength(1);
    const [{ request, answer, call }] = asked as [(typeof asked)[number]];
    expect(print(parse(request.query))).toBe(print(parse(plural)));
    expect(request.variables).toEqual({ id: ['1', '2', '3'], on: '2018-07-02' });
    expect(call.cases).toEqual(['1', '2', '3']);
    answer({
      data: { households: [{ id: '1' }, null, { id: '3', told: null }] },
      errors: [
        { message: 'm', path: ['households', 1], extensions: { code: 'REGISTRY_UNAVAILABLE' } },
        { message: 'm', path: ['households', 2, 'told', 0], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
      ],
    });
    expect(await Promise.all(answers)).toEqual([
      { data: { household: { id: '1' } } },
      {
        data: { household: null },
        errors: [{ message: 'm', path: ['household'], extensions: { code: 'REGISTRY_UNAVAILABLE' } }],
      },
      {
        data: { household: { id: '3', told: null } },
        errors: [
          { message: 'm', path: ['household', 'told', 0], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
        ],
      },
    ]);
  });

  it('is asked as it came where nobody else asks', async () => {
    const { asked, ask } = openForHouseholds();
    const answer = ask('1');
    await settled();
    expect(asked.map(({ request }) => request.query)).toEqual([text]);
    asked[0]?.answer({ data: { household: null } });
    expect(await answer).toEqual({ data: { household: null } });
  });

  it('is found together for those alone who may see the same divisions', async () => {
    const { asked, ask } = openForHouseholds();
    void ask('1', bound('a', ['500199001']));
    void ask('2', bound('b', ['500199002']));
    void ask('3', bound('c', ['500199001']));
    void ask('4', bound('d'));
    void ask('5', bound('e', []));
    void ask('6', bound('f'));
    await settled();
    expect(named(asked)).toEqual([
      ['households', ['1', '3']],
      ['household', '2'],
      ['households', ['4', '6']],
      ['household', '5'],
    ]);
  });

  it('is asked one by one where it could not be answered together', async () => {
    const { asked, ask } = openForHouseholds();
    const answers = ['1', '2'].map((id) => outcome(ask(id)));
    await settled();
    asked[0]?.answer({ data: { households: [{ id: '1' }] } });
    await settled();
    expect(named(asked)).toEqual([
      ['households', ['1', '2']],
      ['household', '1'],
      ['household', '2'],
    ]);
    asked[1]?.answer({ data: { household: { id: '1' } } });
    asked[2]?.fail(new Error('lost'));
    expect(await Promise.all(answers)).toEqual([{ data: { household: { id: '1' } } }, new Error('lost')]);
  });

  it.each([
    ['under another name', 'query ($id: ID!) { h: household(id: $id) { id } }'],
    ['on a condition', 'query ($id: ID!, $if: Boolean!) { household(id: $id) @skip(if: $if) { id } }'],
    ['by a number in the text', 'query { household(id: "1") { id } }'],
    ['beside something else', 'query ($id: ID!) { household(id: $id) { id } statistics { id } }'],
    ['with its number asked for twice', 'query ($id: ID!) { household(id: $id) { id told(of: $id) } }'],
  ])('is passed on as it is where it is asked %s', async (_, query) => {
    const { asked, ask } = openForHouseholds();
    void ask('1', callOf('a'), query);
    void ask('2', callOf('b'), query);
    await settled();
    expect(asked.map(({ request }) => request.query)).toEqual([query, query]);
  });

  it.each([[null], [undefined], [['1']]])('is passed on as it is where it names %p', async (id) => {
    const { asked, ask } = openForHouseholds();
    void ask(id);
    void ask('2');
    await settled();
    expect(named(asked)).toEqual([
      ['household', id],
      ['household', '2'],
    ]);
  });
});
