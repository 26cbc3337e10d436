import { callOf, openAtWork, query, settled, stopTime, told } from './department-at-work';

const idsOf = (asked: readonly { readonly ids: readonly string[] }[]) => asked.map(({ ids }) => ids);

afterEach(() => void jest.useRealTimers());

describe('What concurrent requests ask of a department about entities', () => {
  it('is one call, and each is given its own', async () => {
    const { asked, ask } = openAtWork();
    const answers = [ask(['a']), ask(['b', 'c']), ask(['a'])];
    await settled();
    expect(idsOf(asked)).toEqual([['a', 'b', 'c', 'a']]);
    asked[0]?.answer(told(['a', 'b', 'c', 'a']));
    expect(await Promise.all(answers)).toEqual([told(['a']), told(['b', 'c']), told(['a'])]);
  });

  it('is one call where it comes in while others are under way', async () => {
    const { asked, ask } = openAtWork({ atOnce: 1 });
    void ask(['a']);
    await settled();
    void ask(['b']);
    await settled();
    void ask(['c']);
    await settled();
    expect(idsOf(asked)).toEqual([['a']]);
    asked[0]?.answer(told(['a']));
    await settled();
    expect(idsOf(asked)).toEqual([['a'], ['b', 'c']]);
  });

  it('waits for no other where a department has little to do', async () => {
    const { asked, ask } = openAtWork({ atOnce: 3 });
    for (const id of ['a', 'b', 'c', 'd']) {
      void ask([id]);
      await settled();
    }
    expect(idsOf(asked)).toEqual([['a'], ['b'], ['c']]);
  });

  it('waits no longer than it may, whatever is under way', async () => {
    stopTime();
    const { asked, ask } = openAtWork({ atOnce: 1, longestWaitMs: 2 });
    void ask(['a']);
    await settled();
    void ask(['b']);
    jest.advanceTimersByTime(2);
    await settled();
    expect(idsOf(asked)).toEqual([['a'], ['b']]);
  });

  it('names everybody who asks, each with the id of the request, and everything that it is about', async () => {
    const { asked, ask } = openAtWork();
    void ask(['a'], { call: callOf('x', { cases: ['1', '2'], budgetMs: 400 }) });
    void ask(['b'], { call: callOf('y', { cases: ['2', '3'], budgetMs: 700 }) });
    void ask(['c'], { call: callOf('x', { cases: [], budgetMs: 100 }) });
    await settled();
    const [{ call } = { call: undefined }] = asked;
    expect(call).toEqual({
      callers: [...callOf('x').callers, ...callOf('y').callers],
      purpose: 'RECHECK',
      cases: ['1', '2', '3'],
      budgetMs: expect.any(Number) as number,
    });
    expect(call?.budgetMs).toBeGreaterThan(600);
    expect(call?.budgetMs).toBeLessThanOrEqual(700);
  });

  it.each<[string, Parameters<ReturnType<typeof openAtWork>['ask']>[1]]>([
    ['for another purpose', { call: callOf('b', { purpose: 'AUDIT' }) }],
    ['for no purpose', { call: callOf('b', { purpose: null }) }],
    ['with another text', { query: `${query} ` }],
    ['by another operation’s name', { operationName: 'Other' }],
    ['with another variable', { variables: { on: '2018-07-02' } }],
    ['with a variable that is null', { variables: { on: null } }],
  ])('is apart from what is asked %s', async (_, other) => {
    const { asked, ask } = openAtWork();
    void ask(['a']);
    void ask(['b'], other);
    await settled();
    expect(idsOf(asked)).toEqual([['a'], ['b']]);
  });

  it('is the same in whatever order its other variables come', async () => {
    const { asked, ask } = openAtWork();
    void ask(['a'], { variables: { on: '2018-07-02', of: { x: 1, y: [2] } } });
    void ask(['b'], { variables: { of: { y: [2], x: 1 }, on: '2018-07-02' } });
    void ask(['c'], { variables: { of: { y: ['2'], x: 1 }, on: '2018-07-02' } });
    await settled();
    expect(idsOf(asked)).toEqual([['a', 'b'], ['c']]);
  });

  it.each([
    ['a root field', 'query ($representations: [_Any!]!) { person(id: $representations) { id } }'],
    [
      'a mutation',
      'mutation ($representations: [_Any!]!) { _entities(representations: $representations) { a } }',
    ],
    [
      'two root fields',
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { a } b }',
    ],
    [
      'entities under another name',
      'query ($representations: [_Any!]!) { x: _entities(representations: $representations) { a } }',
    ],
    [
      'entities on a condition',
      'query ($representations: [_Any!]!, $if: Boolean!) { _entities(representations: $representations) @include(if: $if) { a } }',
    ],
    [
      'entities as an argument too',
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { a(of: $representations) } }',
    ],
    [
      'entities within a fragment',
      'query ($representations: [_Any!]!) { ...f } fragment f on Query { _entities(representations: $representations) { a } }',
    ],
    [
      'one of two operations',
      'query A { a } query ($representations: [_Any!]!) { _entities(representations: $representations) { a } }',
    ],
    ['nothing that can be read', '{ _entities('],
  ])('is passed on as it is where it is %s', async (_, text) => {
    const { asked, ask } = openAtWork();
    void ask(['a'], { query: text });
    void ask(['b'], { query: text });
    await settled();
    expect(idsOf(asked)).toEqual([['a'], ['b']]);
  });

  it('is passed on as it is, at once, where it names more by itself than a merged call may', () => {
    const { asked, ask } = openAtWork({ mostEntities: 2, atOnce: 1 });
    void ask(['a', 'b', 'c']);
    void ask(['d', 'e', 'f']);
    expect(idsOf(asked)).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
  });

  it('is several calls where one would name too many entities, or too many bytes of callers and cases', async () => {
    const { asked, ask } = openAtWork({ mostEntities: 3 });
    void ask(['a', 'b']);
    void ask(['c']);
    void ask(['d']);
    await settled();
    expect(idsOf(asked)).toEqual([['a', 'b', 'c'], ['d']]);
    const cases = Array.from({ length: 60 }, (_, index) => `渝北低保〔2018〕第${index}号`);
    const wide = openAtWork();
    const long = (id: string) => callOf(id, { cases: cases.map((number) => `${number}${id}`) });
    for (const id of ['e', 'f', 'g', 'h', 'i']) void wide.ask([id], { call: long(id) });
    await settled();
    expect(idsOf(wide.asked)).toEqual([
      ['e', 'f', 'g'],
      ['h', 'i'],
    ]);
  });
});

describe('Of one answer to several requests', () => {
  const errorAt = (...path: (string | number)[]) => ({ message: 'm', path, extensions: { code: 'C' } });

  it('each gets the errors about its own entities, and those that say nothing of any', async () => {
    const { asked, ask } = openAtWork();
    const answers = [ask(['a', 'b']), ask(['c'])];
    await settled();
    const errors = [
      errorAt('_entities', 1, 'x', 0),
      errorAt('_entities', 2),
      { message: 'n' },
      errorAt('_entities', 7),
    ];
    asked[0]?.answer({ ...told(['a', 'b', 'c']), errors });
    const common = [{ message: 'n' }, errorAt('_entities', 7)];
    expect(await Promise.all(answers)).toEqual([
      { ...told(['a', 'b']), errors: [errorAt('_entities', 1, 'x', 0), ...common] },
      { ...told(['c']), errors: [errorAt('_entities', 0), ...common] },
    ]);
  });

  it.each([
    ['is short of one entity', told(['a'])],
    ['has one entity too many', told(['a', 'b', 'c'])],
    ['has no list of entities', { data: { _entities: null } }],
    ['is a refusal', { errors: [{ message: 'm', extensions: { code: 'ENTITIES_REFUSED' } }] }],
  ])('none counts where it %s: each is asked once more, by itself', async (_, answer) => {
    const { asked, ask } = openAtWork();
    const answers = [ask(['a']), ask(['b'])];
    await settled();
    asked[0]?.answer(answer);
    await settled();
    expect(idsOf(asked)).toEqual([['a', 'b'], ['a'], ['b']]);
    expect(asked.slice(1).map(({ call }) => call.callers)).toEqual([
      callOf('a').callers,
      callOf('b').callers,
    ]);
    asked[1]?.answer(told(['a']));
    asked[2]?.answer({ errors: [{ message: 'm', extensions: { code: 'ENTITIES_REFUSED' } }] });
    expect(await Promise.all(answers)).toEqual([
      told(['a']),
      { errors: [{ message: 'm', extensions: { code: 'ENTITIES_REFUSED' } }] },
    ]);
  });
});

describe('How registries stand', () => {
  it('is asked as it is', async () => {
    expect(await openAtWork().merging.status(callOf('a'))).toEqual([]);
  });
});
