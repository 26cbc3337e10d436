import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Program } from '../engine/facts/facts';

/** A program cannot be assessed on a day: no edition of it, or no standard, is in force. The nearest never stands in. */
export class NoPolicyError extends Error {
  override readonly name = 'NoPolicyError';

  constructor(
    readonly program: Program,
    readonly on: CalendarDate,
    readonly missing: 'edition' | 'standard',
  ) {
    super(
      missing === 'edition'
        ? `No edition of ${program} is in force on ${on}.`
        : `No standard is in force on ${on}, by which ${program} could be assessed.`,
    );
  }
}
