import { NonceMemory } from '../../../../subgraphs/runtime/serve/nonce-memory';

describe('The memory of nonces', () => {
  it('takes each nonce once, as long as its signature holds', () => {
    const memory = new NonceMemory();
    expect(memory.remember('a', 30_000, 0)).toBe(true);
    expect(memory.remember('a', 30_000, 1)).toBe(false);
    expect(memory.remember('b', 30_000, 2)).toBe(true);
    expect(memory.remember('a', 30_000, 29_999)).toBe(false);
    expect(memory.remember('b', 60_000, 29_999)).toBe(false);
  });

  it('forgets a nonce whose signature has ended', () => {
    const memory = new NonceMemory();
    expect(memory.remember('a', 30_000, 0)).toBe(true);
    expect(memory.remember('a', 90_000, 60_000)).toBe(true);
  });

  it('forgets no nonce while it sweeps for others', () => {
    const memory = new NonceMemory();
    for (let index = 0; index < 100; index += 1) memory.remember(`n${index}`, 1_000 * (index + 1), 0);
    expect(memory.remember('n99', 100_000, 50_500)).toBe(false);
    expect(memory.remember('n50', 100_000, 50_500)).toBe(false);
    expect(memory.remember('n49', 100_000, 50_500)).toBe(true);
  });
});
