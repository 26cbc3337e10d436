import { breakerSettings } from '../../../../gateway/departments/breaker/breaker-settings';
import { readConfig } from '../../../../schema/config/read-config';

const slowMs = (env: Readonly<Record<string, string>>) => breakerSettings(readConfig(env, [])).slowMs;

describe('An answer of a department', () => {
  it('is slow where it took nearly as long as it may: then its database was given up', () => {
    expect(slowMs({})).toBe(680);
    expect(slowMs({ DEPARTMENT_DEADLINE_MS: '2000' })).toBe(1700);
  });

  it('is slow where the configuration says so', () => {
    expect(slowMs({ BREAKER_SLOW_MS: '300' })).toBe(300);
  });
});
