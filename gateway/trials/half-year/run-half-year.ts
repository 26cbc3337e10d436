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
  /** Told of every day before it begins. */
  readonly onDay?: (day: CalendarDate, ended: number) => void;
}

/** The vehicle registry is away on a Wednesday in March. */
const outage: Outage = { on: '2018-03-14' as CalendarDate, table: 'vehicles', hours: 2 };

const firstDay = '2018-01-02' as CalendarDate;

/**
 * Verifies every family from its application to the decision, working day by working day: taken up on the day of
 * application, or the working day after it. It goes on until the last family has its decision.
 */
export async function runHalfYear(
  place: WorkPlace,
  { families, seed, onDay = () => undefined }: HalfYearOptions,
): Promise<readonly Case[]> {
  const clocks = loadClocks();
  const { workingDays } = clocks;
  const diary = new Diary<Deed, Case>();
  const cases = families.map((family) => new Case(family, place.district.ask, seed));
  for (const whom of cases) {
    diary.plan(workingDays.onOrAfter(whom.household.application.appliedOn), 'TAKE_UP', whom);
  }
  for (let today = firstDay; today <= (diary.lastDay ?? ''); today = workingDays.addWorkingDays(today, 1)) {
    onDay(today, cases.filter(hasEnded).length);
    await workDay(place, { today, clocks, diary }, today === outage.on ? outage : null);
  }
  return cases;
}

/** Whether somebody has decided. */
export function hasEnded({ standing: { state } }: Case): boolean {
  return state === 'DECIDED' || state === 'MONITORED';
}
