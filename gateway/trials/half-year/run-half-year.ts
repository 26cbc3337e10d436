import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Household } from '../../../subgraphs/sample/household';
import { loadClocks } from '../../../subgraphs/verification/clocks/load-clocks';
import { Case } from './case';
import { Diary } from './diary';
import type { Deed } from './office';
import type { Outage } from './outage';
import { workDay, type WorkPlace } from './work-day';

export interface HalfYearOptions {
  readonly families: readonly Household[];
  readonly seed: number;
  /** A morning on which a registry is silent. */
  readonly outage: Outage;
  /** Told of every day before it begins. */
  readonly onDay?: (day: CalendarDate, ended: number) => void;
}

/**
 * Verifies every family from its application to the decision, working day by working day: taken up on the day of
 * application, or the working day after it. It goes on until the last family has its decision, and leaves out days on
 * which nobody has anything to do.
 */
export async function runHalfYear(
  place: WorkPlace,
  { families, seed, outage, onDay = () => undefined }: HalfYearOptions,
): Promise<readonly Case[]> {
  const clocks = loadClocks();
  const { workingDays } = clocks;
  const diary = new Diary<Deed, Case>();
  const cases = families.map((family) => new Case(family, place.district.ask, seed));
  for (const whom of cases) {
    diary.plan(workingDays.onOrAfter(whom.household.application.appliedOn), 'TAKE_UP', whom);
  }
  for (let today = diary.nextDay; today; today = diary.nextDay) {
    onDay(today, cases.filter(({ hasEnded }) => hasEnded).length);
    await workDay(place, { today, clocks, diary }, today === outage.on ? outage : null);
  }
  return cases;
}
