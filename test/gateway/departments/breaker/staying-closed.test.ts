import { answers, fails, hangs, oneDepartment, settings, takes } from './department-under-test';

beforeEach(() => void jest.useFakeTimers({ now: new Date('2018-07-02T09:00:00+08:00') }));
afterEach(() => void jest.useRealTimers());

describe('The circuit to a department stays closed', () => {
  it('where nobody asks', () => {
    const department = oneDepartment();
    expect(department.circuit()).toBe('CLOSED');
    expect(department.switches).toEqual(['CLOSED-CLOSED']);
  });

  it('below the number of calls that it takes, though all of them fail', async () => {
    const department = oneDepartment();
    department.setWay(fails());
    await department.askTimes(3);
    expect(department.circuit()).toBe('CLOSED');
    expect(department.asked()).toBe(3);
  });

  it('below the share of failures that it takes', async () => {
    const department = oneDepartment();
    await department.askTimes(6);
    department.setWay(fails());
    await department.askTimes(5);
    expect(department.circuit()).toBe('CLOSED');
  });

  it('where failures are longer ago than it remembers', async () => {
    const department = oneDepartment();
    department.setWay(fails());
    await department.askTimes(3);
    await jest.advanceTimersByTimeAsync(settings.windowMs + 1_000);
    await department.askTimes(3);
    expect(department.circuit()).toBe('CLOSED');
  });

  it('where its answers seem slow because the gateway itself has too much to do', async () => {
    const department = oneDepartment({ slowMs: 300 }, 0.8);
    department.setWay(takes(301));
    for (let i = 0; i < 6; i += 1) {
      const asking = department.ask();
      await jest.advanceTimersByTimeAsync(301);
      expect(await asking).toBe('answer');
    }
    expect(department.circuit()).toBe('CLOSED');
  });

  it('where it was set to take more calls than come', async () => {
    const department = oneDepartment({ leastCalls: 1_000_000 });
    department.setWay(fails());
    await department.askTimes(100);
    expect(department.asked()).toBe(100);
  });

  it('where answers are slower than usual, and no limit is set', async () => {
    const department = oneDepartment();
    department.setWay(takes(600));
    for (let i = 0; i < 6; i += 1) {
      const asking = department.ask();
      await jest.advanceTimersByTimeAsync(600);
      expect(await asking).toBe('answer');
    }
    expect(department.circuit()).toBe('CLOSED');
  });

  it('where callers go away, however many', async () => {
    const department = oneDepartment();
    department.setWay(hangs);
    for (let i = 0; i < 20; i += 1) expect(await department.askAndLeave()).toBe('CALLER_GONE');
    expect(department.circuit()).toBe('CLOSED');
    expect(department.outcomes).toEqual(Array(20).fill('gone'));
    department.setWay(answers);
    expect(await department.ask()).toBe('answer');
  });

  it('where an exchange is ended because its caller went away', async () => {
    const department = oneDepartment();
    department.setWay(fails('CALLER_GONE'));
    await department.askTimes(20);
    department.setWay(fails('AbortError'));
    await department.askTimes(20);
    expect(department.circuit()).toBe('CLOSED');
  });

  it.each(['HTTP_401', 'HTTP_404', 'HTTP_302'])('where it refuses calls by %s', async (reason) => {
    const department = oneDepartment();
    department.setWay(fails(reason));
    expect(await department.askTimes(8)).toEqual(Array(8).fill(reason));
    expect(department.outcomes).toEqual(Array(8).fill('refused'));
  });

  it('where it tells errors of the catalogue', async () => {
    const department = oneDepartment();
    const told = { data: null, errors: [{ message: '', extensions: { code: 'REGISTRY_UNAVAILABLE' } }] };
    department.setWay(async () => told);
    expect(await department.askTimes(8)).toEqual(Array(8).fill('another answer'));
    expect(department.circuit()).toBe('CLOSED');
  });
});
