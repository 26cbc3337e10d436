import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { FiledEdition } from './edition-of';

/** The first day that dates here can have: an edition from then on is in force on any day. */
const firstDay = '1800-01-01' as CalendarDate;

/** The editions with a trial, last, in place of all those of its program, whatever days it is meant for. */
export function withTrial(editions: readonly FiledEdition[], trial: FiledEdition): readonly FiledEdition[] {
  const others = editions.filter(({ program }) => program !== trial.program);
  return [...others, { ...trial, effectiveFrom: firstDay, effectiveTo: null }];
}
