import { callerLifetime } from '../../../../schema/wire/caller';
import { NonceMemory } from '../../../../subgraphs/runtime/serve/nonce-memory';
import { nonceMargin } from '../../../../subgraphs/runtime/serve/nonce-store';

describe('The memory of nonces', () => {
  it('takes each nonce once, as long as its signature holds', async () => {
    const memory = new NonceMemory(new Date(0));
    expect(await memory.remember('a', 30_000, 0)).toBe(true);
    expect(await memory.remember('a', 30_000, 1)).toBe(false);
    expect(await memory.remember('b', 30_000, 2)).toBe(true);
    expect(await memory.remember('a', 30_000, 29_999)).toBe(false);
    expect(await memory.remember('b', 60_000, 29_999)).toBe(false);
  });

  it('keeps it a while longer, since a clock may be set back', async () => {
    const memory = new NonceMemory(new Date(0));
    await memory.remember('a', 30_000, 0);
    await memory.remember('b', 61_000, 30_000 + nonceMargin - 1);
    expect(await memory.remember('a', 30_000, 29_000)).toBe(false);
  });

  it('forgets a nonce whose signature has ended', async () => {
    const memory = new NonceMemory(new Date(0));
    expect(await memory.remember('a', 30_000, 0)).toBe(true);
    expect(await memory.remember('a', 90_000, 60_000)).toBe(true);
  });

  it('forgets no nonce while it sweeps for others', async () => {
    const memory = new NonceMemory(new Date(0));
    for (let index = 0; index < 100; index += 1) await memory.remember(`n${index}`, 1_000 * (index + 1), 0);
    const at = 50_500 + nonceMargin;
    expect(await memory.remember('n99', 100_000, at)).toBe(false);
    expect(await memory.remember('n50', 100_000, at)).toBe(false);
    expect(await memory.remember('n49', 100_000, at)).toBe(true);
  });

  it('is ready as long as the process is', () => {
    expect(new NonceMemory(new Date(0)).isReady()).toBe(true);
  });

  it('knows nothing of calls that were signed before it began to remember', async () => {
    const since = new Date('2018-07-02T09:00:00.400+08:00');
    const memory = new NonceMemory(since);
    const second = Math.floor(since.getTime() / 1000) * 1000;
    const signedAt = (created: number) => created + callerLifetime * 1000;
    expect(await memory.remember('before', signedAt(second - 1000), since.getTime())).toBe(false);
    expect(await memory.remember('now', signedAt(second), since.getTime())).toBe(true);
  });
});
