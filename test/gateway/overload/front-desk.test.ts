import { frontDesk } from '../../../gateway/overload/front-desk';

const settings = { REQUESTS_AT_ONCE: 1, PAGES_AT_ONCE: 1, QUEUE_LENGTH: 1, REQUEST_DEADLINE_MS: 3_000 };
let now = 0;
const open = () => frontDesk(settings, () => new Date(now));
const never = new AbortController().signal;

describe('The front desk', () => {
  it('has places for whoever is at work or waits, and they become free again', () => {
    const desk = open();
    const [first, second] = [desk.comeIn('caseworker'), desk.comeIn('auditor')];
    expect([first, second, desk.comeIn('verifier')]).toEqual([
      expect.any(Function),
      expect.any(Function),
      null,
    ]);
    first?.();
    first?.();
    expect([desk.comeIn('verifier'), desk.comeIn('verifier')]).toEqual([expect.any(Function), null]);
  });

  it('keeps places for people that machines cannot take', () => {
    const desk = open();
    expect(
      ['assistance', 'verification', 'assistance'].map((role) => desk.comeIn(role as 'assistance') !== null),
    ).toEqual([true, true, false]);
    expect(desk.comeIn('caseworker')).not.toBeNull();
  });

  it('is shedding for five seconds after it refused somebody', () => {
    const desk = open();
    for (let count = 0; count < 2; count += 1) desk.comeIn('caseworker');
    expect(desk.isShedding).toBe(false);
    desk.comeIn('caseworker');
    expect(desk.isShedding).toBe(true);
    now += 4_999;
    expect(desk.isShedding).toBe(true);
    now += 1;
    expect(desk.isShedding).toBe(false);
  });

  it('lets a request wait half of its time', () => {
    expect(open().patienceMs).toBe(1_500);
  });

  it('is shedding where a question waited in vain, and not where a page of a batch did', async () => {
    const desk = open();
    await desk.turn('pages', Date.now(), never);
    await desk.turn('people', Date.now(), never);
    await expect(desk.turn('pages', Date.now(), never)).rejects.toThrow('in time');
    expect(desk.isShedding).toBe(false);
    await expect(desk.turn('people', Date.now(), never)).rejects.toThrow('in time');
    expect(desk.isShedding).toBe(true);
  });
});
