import { begun } from '../../../../subgraphs/runtime/execution/column';

describe('What was begun', () => {
  it('is told in the order of its items', () => {
    expect(begun([1, 2], (number) => number * 2)).toEqual([2, 4]);
  });

  it('is nobody’s failure where another failed at once', async () => {
    const late = new Promise<never>((_, reject) => setImmediate(() => reject(new Error('the first'))));
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    expect(() =>
      begun([late, null], (one) => {
        if (one === null) throw new Error('the second');
        return one;
      }),
    ).toThrow('the second');
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    process.removeListener('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});
