import type { Finding } from '../../eligibility/engine/assessment';

/** Whether people have looked at a finding and found it untrue: it stays in the list, as a NOTE. */
export function isRefuted({ judged, effect }: Pick<Finding, 'judged' | 'effect'>): boolean {
  return judged && effect === 'NOTE';
}
