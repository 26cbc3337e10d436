import type { Verification } from './verification';

/**
 * Whether the answers of both tiers are together, since the registries were asked last. What was found before an
 * authorisation was taken back, and not reported yet, is told to nobody.
 */
export function isCompiled({ events }: Pick<Verification, 'events'>): boolean {
  const last = events.findLast(
    ({ step, state }) => step === 'START' || step === 'COMPILE' || state === 'WITHDRAWN',
  );
  return last?.step === 'COMPILE';
}
