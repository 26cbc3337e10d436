import { DepartmentFailure } from '../../../../gateway/departments/department-failure';
import { DeadlineExceeded } from '../../../../schema/wire/within';
import { callOf, openAtWork, outcome, settled, stopTime, told } from './department-at-work';

const idsOf = (asked: readonly { readonly ids: readonly string[] }[]) => asked.map(({ ids }) => ids);

afterEach(() => void jest.useRealTimers());

describe('Where a call for several requests fails', () => {
  it('each is asked once more by itself, and has its own answer or failure', async () => {
    const { asked, ask } = openAtWork({ atOnce: 1 });
    const answers = ['a', 'b', 'c'].map((id) => outcome(ask([id])));
    await settled();
    asked[0]?.fail(new DepartmentFailure('ECONNRESET'));
    for (const turn of [1, 2, 3]) {
      await settled();
      expect(asked).toHaveLength(turn + 1);
      if (turn === 2) asked[turn]?.fail(new DepartmentFailure('TOO_LARGE'));
      else asked[turn]?.answer(told(asked[turn].ids));
    }
    expect(await Promise.all(answers)).toEqual([told(['a']), 'TOO_LARGE', told(['c'])]);
    expect(idsOf(asked)).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('because the circuit is open, nobody is asked again', async () => {
    const { asked, ask } = openAtWork();
    const answers = ['a', 'b'].map((id) => outcome(ask([id])));
    await settled();
    asked[0]?.fail(new DepartmentFailure('CIRCUIT_OPEN'));
    expect(await Promise.all(answers)).toEqual(['CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
    expect(asked).toHaveLength(1);
  });

  it('of one request alone, it has failed', async () => {
    const { asked, ask } = openAtWork();
    const answer = outcome(ask(['a']));
    await settled();
    asked[0]?.fail(new DepartmentFailure('ECONNRESET'));
    expect(await answer).toBe('ECONNRESET');
    await settled();
    expect(asked).toHaveLength(1);
  });

  it('whoever has no time left is not asked for again', async () => {
    stopTime();
    const { asked, ask } = openAtWork();
    const soon = outcome(ask(['a'], { call: callOf('a', { budgetMs: 1 }) }));
    const patient = outcome(ask(['b']));
    await settled();
    jest.advanceTimersByTime(3);
    asked[0]?.fail(new DepartmentFailure('ECONNRESET'));
    await settled();
    expect(idsOf(asked).slice(1)).toEqual([['b']]);
    asked[1]?.answer(told(['b']));
    expect(await soon).toBeInstanceOf(DeadlineExceeded);
    expect(await patient).toEqual(told(['b']));
  });
});

describe('A request that does not wait for its answer any more', () => {
  const gone = new Error('gone');

  it('ends at once, and leaves the others their answers', async () => {
    const { asked, ask } = openAtWork();
    const abort = new AbortController();
    const left = outcome(ask(['a'], { signal: abort.signal }));
    const stays = ask(['b']);
    await settled();
    abort.abort(gone);
    expect(await left).toBe(gone);
    expect(asked[0]?.signal?.aborted).toBe(false);
    asked[0]?.answer(told(['a', 'b']));
    expect(await stays).toEqual(told(['b']));
  });

  it('is not asked for where it left before', async () => {
    const { asked, ask } = openAtWork({ atOnce: 1 });
    void ask(['a']);
    await settled();
    const abort = new AbortController();
    const left = outcome(ask(['b'], { signal: abort.signal }));
    const alone = outcome(ask(['b'], { signal: abort.signal, call: callOf('b', { purpose: null }) }));
    void ask(['c']);
    abort.abort(gone);
    const late = outcome(ask(['d'], { signal: abort.signal }));
    expect(await Promise.all([left, alone, late])).toEqual([gone, gone, gone]);
    const again = ask(['e'], { call: callOf('e', { purpose: null }) });
    for (const turn of [0, 1, 2]) {
      asked[turn]?.answer(told(asked[turn].ids));
      await settled();
    }
    expect(idsOf(asked)).toEqual([['a'], ['c'], ['e']]);
    expect(await again).toEqual(told(['e']));
  });

  it('is not asked for again', async () => {
    const { asked, ask } = openAtWork();
    const abort = new AbortController();
    const left = outcome(ask(['a'], { signal: abort.signal }));
    void ask(['b']);
    await settled();
    abort.abort(gone);
    asked[0]?.fail(new DepartmentFailure('ECONNRESET'));
    await settled();
    expect(idsOf(asked)).toEqual([['a', 'b'], ['b']]);
    expect(await left).toBe(gone);
  });

  it('ends the call where all have left; that one had no time left is what the department learns', async () => {
    const { asked, ask } = openAtWork();
    const aborts = [new AbortController(), new AbortController()];
    const late = new DeadlineExceeded();
    const left = aborts.map(({ signal }, index) => outcome(ask([String(index)], { signal })));
    await settled();
    aborts[0]?.abort(late);
    expect(asked[0]?.signal?.aborted).toBe(false);
    aborts[1]?.abort(gone);
    expect(asked[0]?.signal?.reason).toBe(late);
    expect(await Promise.all(left)).toEqual([late, gone]);
    await settled();
    expect(asked).toHaveLength(1);
  });
});
