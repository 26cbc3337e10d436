import { catalogueError } from '../../../schema/wire/catalogue-error';
import { checkStatuses, worstOf } from '../../../schema/values/check-status';
import { errorCatalogue, isErrorCode, type ErrorCode } from '../../../schema/wire/error-catalogue';
import { DeadlineExceeded, within } from '../../../schema/wire/within';

const entries = Object.entries(errorCatalogue);

describe('The error catalogue', () => {
  it.each(entries)(
    'tells %s in both languages, in sentences, with an HTTP status',
    (code, { en, zh, status }) => {
      expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
      expect(en).toMatch(/^\S.* .*\.$/);
      expect(zh).toMatch(/。$/);
      expect(zh.match(/[\u4E00-\u9FFF]/g)?.length).toBeGreaterThan(4);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    },
  );

  it('says nothing twice', () => {
    for (const language of ['en', 'zh'] as const) {
      expect(new Set(entries.map(([, entry]) => entry[language])).size).toBe(entries.length);
    }
  });

  it('knows its codes and nothing that every object has', () => {
    for (const [code] of entries) expect(isErrorCode(code)).toBe(true);
    for (const other of ['', 'forbidden', 'constructor', 'toString', '__proto__', undefined, null, 404, {}]) {
      expect(isErrorCode(other)).toBe(false);
    }
  });

  it('makes an error of each code', () => {
    for (const [code, { en }] of entries) {
      const error = catalogueError(code as ErrorCode);
      expect(error.message).toBe(en);
      expect(error.extensions).toEqual({ code });
    }
  });
});

describe('The worst status', () => {
  it('of several is the first in the order of badness, wherever it stands', () => {
    expect(worstOf(checkStatuses)).toBe('UNAUTHORISED');
    expect(worstOf([...checkStatuses].reverse())).toBe('UNAUTHORISED');
    expect(worstOf(['NO_RECORD', 'STALE', 'FOUND'])).toBe('STALE');
    for (const status of checkStatuses) expect(worstOf([status, 'NO_RECORD', status])).toBe(status);
  });

  it('of none is UNAVAILABLE, for nothing is known', () => {
    expect(worstOf([])).toBe('UNAVAILABLE');
  });
});

describe('Work with a deadline', () => {
  it('has its own result and its own failure before it', async () => {
    expect(await within(Date.now() + 10_000, Promise.resolve('done'))).toBe('done');
    await expect(within(Date.now() + 10_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  });

  it('fails with a code once it is over', async () => {
    const never = new Promise<never>(() => undefined);
    await expect(within(Date.now() - 1, never)).rejects.toThrow(DeadlineExceeded);
    await expect(within(Date.now() + 5, never)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });
});
