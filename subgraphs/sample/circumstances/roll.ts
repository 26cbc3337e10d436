import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Fen } from '../../../schema/values/yuan';
import type { Application } from '../application';
import { addDays } from '../calendar';
import type { Program } from '../families/programs';
import { yuan, yuanBetween } from '../money';
import type { Random } from '../random';

/** An entry on a roll of assistance, a person's. */
export interface RollEntry {
  readonly program: Program;
  readonly status: 'APPLIED' | 'DRAWING' | 'ENDED';
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
  readonly amount?: Fen;
  /** Another household's, where it is not their own. */
  readonly householdId?: string;
  readonly division?: string;
}

/** How many applicants of each program draw the allowance already: at a re-check, or as its recipients. */
const onAllowance: Readonly<Record<Program, number>> = {
  MINIMUM_LIVING_ALLOWANCE: 0.45,
  TEMPORARY_ASSISTANCE: 0.25,
  MEDICAL_ASSISTANCE: 0.6,
  SPECIAL_HARDSHIP_SUPPORT: 0.05,
  HOUSING_ASSISTANCE: 0.8,
};

/** How many draw special hardship support. */
const onHardshipSupport: Partial<Record<Program, number>> = {
  TEMPORARY_ASSISTANCE: 0.02,
  MEDICAL_ASSISTANCE: 0.05,
  HOUSING_ASSISTANCE: 0.08,
  SPECIAL_HARDSHIP_SUPPORT: 0.3,
};

/** The family's place on the rolls, one entry a member. Amounts are of 2018, of the allowance a part. */
export function rollOf({ program, appliedOn }: Application, random: Random): RollEntry | undefined {
  const from = addDays(appliedOn, -random.between(200, 2200));
  const amount = yuanBetween(random, 150, 430);
  if (random.chance(onAllowance[program])) {
    return { program: 'MINIMUM_LIVING_ALLOWANCE', status: 'DRAWING', from, amount };
  }
  if (random.chance(onHardshipSupport[program] ?? 0)) {
    return { program: 'SPECIAL_HARDSHIP_SUPPORT', status: 'DRAWING', from, amount: yuan(710) };
  }
  // What was granted once, and is over.
  if (random.chance(0.03)) {
    return {
      program: 'TEMPORARY_ASSISTANCE',
      status: 'ENDED',
      from,
      to: addDays(from, 30),
      amount: yuan(1500),
    };
  }
  return random.chance(0.9) ? { program, status: 'APPLIED', from: appliedOn } : undefined;
}
