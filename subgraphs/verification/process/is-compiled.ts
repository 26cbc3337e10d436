import type { Verification } from './verification';

/** Whether the answers of both tiers are together, since the registries were asked last. */
export function isCompiled({ events }: Pick<Verification, 'events'>): boolean {
  return events.findLast(({ step }) => step === 'START' || step === 'COMPILE')?.step === 'COMPILE';
}
