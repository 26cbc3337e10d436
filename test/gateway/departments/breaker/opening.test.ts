import { departmentsUnderTest, fails, hangs, oneDepartment, opened, takes } from './department-under-test';

beforeEach(() => void jest.useFakeTimers({ now: new Date('2018-07-02T09:00:00+08:00') }));
afterEach(() => void jest.useRealTimers());

describe('The circuit to a department opens', () => {
  it.each([
    'HTTP_500',
    'HTTP_503',
    'NOT_JSON',
    'NOT_AN_ANSWER',
    'NO_DATA',
    'TOO_LARGE',
    'ECONNREFUSED',
    'ECONNRESET',
    'UND_ERR_SOCKET',
    'UND_ERR_CONNECT_TIMEOUT',
  ])('where it fails by %s', async (reason) => {
    const department = oneDepartment();
    department.setWay(fails(reason));
    expect(await department.askTimes(4)).toEqual(Array(4).fill(reason));
    expect(await department.askTimes(2)).toEqual(['CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
    expect(department.asked()).toBe(4);
  });

  it('where it throws before it begins', async () => {
    const department = oneDepartment();
    department.setWay(() => {
      throw new TypeError('upstream text');
    });
    expect(await department.askTimes(5)).toEqual([...Array<string>(4).fill('TypeError'), 'CIRCUIT_OPEN']);
  });

  it('where it hangs beyond the deadline, in whichever process it is', async () => {
    const department = oneDepartment();
    department.setWay(hangs);
    for (let i = 0; i < 4; i += 1) expect(await department.askUntilDeadline()).toBe('DEADLINE_EXCEEDED');
    expect(await department.ask()).toBe('CIRCUIT_OPEN');
  });

  it('where its answers are slower than they may be, which are given all the same', async () => {
    const department = oneDepartment({ slowMs: 300 });
    department.setWay(takes(301));
    for (let i = 0; i < 4; i += 1) {
      const asking = department.ask();
      await jest.advanceTimersByTimeAsync(301);
      expect(await asking).toBe('answer');
    }
    expect(await department.ask()).toBe('CIRCUIT_OPEN');
    expect(department.outcomes).toEqual([...Array<string>(4).fill('slow'), 'circuit_open']);
  });

  it('where half of its calls failed, and the other half did not', async () => {
    const department = oneDepartment();
    await department.askTimes(2);
    department.setWay(fails());
    expect(await department.askTimes(3)).toEqual(['HTTP_500', 'HTTP_500', 'CIRCUIT_OPEN']);
  });

  it('by calls at the same time too, and all that were begun come to their own end', async () => {
    const department = oneDepartment();
    department.setWay(fails());
    expect(await Promise.all(Array.from({ length: 8 }, () => department.ask()))).toEqual(
      Array(8).fill('HTTP_500'),
    );
    expect(await department.ask()).toBe('CIRCUIT_OPEN');
    expect(department.switches).toEqual(['CLOSED-CLOSED', 'CLOSED-OPEN']);
  });

  it('without a word about the others, who answer on', async () => {
    const department = departmentsUnderTest();
    const [failing, healthy] = [department('public-security'), department('taxation')];
    failing.setWay(fails());
    await failing.askTimes(6);
    expect([await failing.ask(), failing.circuit()]).toEqual(['CIRCUIT_OPEN', 'OPEN']);
    expect([await healthy.ask(), healthy.circuit()]).toEqual(['answer', 'CLOSED']);
  });

  it('and then answers at once', async () => {
    const department = await opened();
    jest.useRealTimers();
    const began = performance.now();
    for (let i = 0; i < 100; i += 1) await department.ask();
    expect((performance.now() - began) / 100).toBeLessThan(10);
  });
});
