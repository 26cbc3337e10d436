import type { RecordOf } from '../facts/facts';
import { monthBefore, monthOf } from '../household/calendar';
import type { Household } from '../household/household';
import type { Person } from '../household/person';

/** The rows by which an employer pays a person's insurance now (RULES.md, UNDECLARED_EMPLOYMENT). */
export function employments(household: Household, person: Person): readonly RecordOf<'socialInsurance'>[] {
  return household.records
    .of('socialInsurance', person.id)
    .filter(
      ({ status, payerType, paidThrough }) =>
        status === 'ACTIVE' && payerType === 'EMPLOYER' && isRecent(household, paidThrough),
    );
}

/** A month of payment that is recent enough; there may be payments ahead. */
export function isRecent(household: Household, month: string | null): boolean {
  const oldest = monthBefore(monthOf(household.appliedOn), household.parameter('recentMonths'));
  return month !== null && month >= oldest;
}
