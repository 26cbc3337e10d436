import { answers, fails, hangs, oneDepartment, opened, settings, takes } from './department-under-test';

beforeEach(() => void jest.useFakeTimers({ now: new Date('2018-07-02T09:00:00+08:00') }));
afterEach(() => void jest.useRealTimers());

const pause = () => jest.advanceTimersByTimeAsync(settings.pauseMs);

describe('A department whose circuit is open', () => {
  it('is asked nothing during the pause', async () => {
    const department = await opened();
    department.setWay(answers);
    await jest.advanceTimersByTimeAsync(settings.pauseMs - 1);
    expect(await department.ask()).toBe('CIRCUIT_OPEN');
    expect(department.asked()).toBe(4);
  });

  it('is asked again after it, and the circuit closes where it answers', async () => {
    const department = await opened();
    department.setWay(answers);
    await pause();
    expect(await department.askTimes(3)).toEqual(['answer', 'answer', 'answer']);
    expect(department.switches).toEqual([
      'CLOSED-CLOSED',
      'CLOSED-OPEN',
      'OPEN-HALF_OPEN',
      'HALF_OPEN-CLOSED',
    ]);
  });

  it('begins anew: failures from before are not held against it', async () => {
    const department = await opened();
    department.setWay(answers);
    await pause();
    await department.ask();
    department.setWay(fails());
    await department.askTimes(2);
    expect(department.circuit()).toBe('CLOSED');
  });

  it('has its circuit open for another pause where the trial fails', async () => {
    const department = await opened();
    await pause();
    expect(await department.askTimes(3)).toEqual(['HTTP_500', 'CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
    expect(department.switches.slice(1)).toEqual(['CLOSED-OPEN', 'OPEN-HALF_OPEN', 'HALF_OPEN-OPEN']);
    await pause();
    department.setWay(answers);
    expect(await department.ask()).toBe('answer');
  });

  it('is tried by one call alone, and nobody waits for its end', async () => {
    const department = await opened();
    department.setWay(takes(500));
    await pause();
    const trial = department.ask();
    expect(department.circuit()).toBe('HALF_OPEN');
    expect(await department.askTimes(3)).toEqual(['CIRCUIT_OPEN', 'CIRCUIT_OPEN', 'CIRCUIT_OPEN']);
    await jest.advanceTimersByTimeAsync(500);
    expect(await trial).toBe('answer');
    expect(department.circuit()).toBe('CLOSED');
    expect(department.asked()).toBe(5);
  });

  it('is tried to the end though the caller of the trial goes away', async () => {
    const department = await opened();
    department.setWay(takes(500));
    await pause();
    const trial = department.askAndLeave();
    expect(department.circuit()).toBe('HALF_OPEN');
    await jest.advanceTimersByTimeAsync(500);
    await trial;
    expect(department.circuit()).toBe('CLOSED');
  });

  it('is tried no longer than it may take', async () => {
    const department = await opened();
    let given: AbortSignal | undefined;
    department.setWay((signal) => {
      given = signal;
      return hangs();
    });
    await pause();
    const trial = department.ask();
    await jest.advanceTimersByTimeAsync(700);
    expect(await trial).toBe('DEADLINE_EXCEEDED');
    expect(given?.aborted).toBe(true);
    expect(department.circuit()).toBe('OPEN');
  });

  it('is seen to be there where it refuses the trial', async () => {
    const department = await opened();
    department.setWay(fails('HTTP_401'));
    await pause();
    expect(await department.ask()).toBe('HTTP_401');
    expect(department.circuit()).toBe('CLOSED');
  });

  it('still tells how its registries stand, which proves nothing about its answers', async () => {
    const department = await opened();
    department.setWay(answers);
    expect(await department.status()).toEqual([]);
    expect(department.circuit()).toBe('OPEN');
  });

  it('does not have it opened by whoever looks how it stands', async () => {
    const department = oneDepartment();
    department.setWay(fails());
    for (let i = 0; i < 20; i += 1) await expect(department.status()).rejects.toThrow('HTTP_500');
    expect(department.circuit()).toBe('CLOSED');
  });
});
