import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Assessment, SettledFinding } from './assessment';
import type { Facts } from './facts/facts';
import type { Policy } from './policy/policy';

/**
 * Assesses a household by the rules of one edition, as on a day. Pure: the same facts, policy and day give the same
 * assessment. `settled` are findings that people have judged on a visit.
 */
export function assess(
  facts: Facts,
  policy: Policy,
  on: CalendarDate,
  settled: readonly SettledFinding[] = [],
): Assessment {
  throw new Error(`${facts.id} ${policy.edition.id} ${on} ${settled.length}`);
}
