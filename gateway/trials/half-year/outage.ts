import type { CalendarDate } from '../../../schema/values/calendar-date';
import { silenced } from '../silence';
import type { EmptyDistrict } from './open-district';

/** A registry that says nothing for some hours of a morning, from the time when verifications begin. */
export interface Outage {
  readonly on: CalendarDate;
  /** By its table. */
  readonly table: string;
  readonly hours: number;
}

/** How often it is looked whether anything is due meanwhile, in minutes. */
const step = 10;

/** Runs `work` while a registry is silent, lets the time pass, and waits for what is asked again afterwards. */
export async function withOutage(
  { kept, clock, settle }: Pick<EmptyDistrict, 'kept' | 'clock' | 'settle'>,
  { table, hours }: Outage,
  work: () => Promise<void>,
): Promise<void> {
  const passTime = async () => {
    clock.advance(step);
    await settle();
  };
  await silenced(kept, [table], async () => {
    await work();
    for (let minutes = 0; minutes < hours * 60; minutes += step) await passTime();
  });
  // The longest pause between two attempts is half an hour, and ends within it.
  for (let minutes = 0; minutes < 30; minutes += step) await passTime();
}
