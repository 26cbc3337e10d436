import { calendarDateOf, type CalendarDate } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { askCivilAffairs } from './ask-civil-affairs';
import { checkedAhead } from './checked-ahead';
import { makeStep, type StepInput } from './make-step';

export interface WithdrawAuthorisationInput extends StepInput {
  readonly number: string;
}

/**
 * 撤回授权. Civil affairs ends it first, so that from then on no registry is asked about the person, whatever comes between.
 * Throws AUTHORISATION_NOT_FOUND where the verification knows none of that number, or it was taken back before.
 */
export async function withdrawAuthorisation(
  office: Office,
  input: WithdrawAuthorisationInput,
  caller: Caller,
): Promise<Verification> {
  const number = input.number.trim();
  const verification = await checkedAhead(office, 'WITHDRAW_AUTHORISATION', input, caller);
  if (!verification.authorisations.has(number)) throw catalogueError('AUTHORISATION_NOT_FOUND');
  const { householdId } = verification.application;
  const today = calendarDateOf(office.clock());
  const { endAuthorisation: told } = await askCivilAffairs(office, verification, 'EndAuthorisation', {
    ...{ householdId, number },
    withdrawnOn: today,
  });
  // Where this was cut off before, civil affairs knows the day.
  const { withdrawnOn } = told as { readonly withdrawnOn: CalendarDate };
  return makeStep(office, {
    step: 'WITHDRAW_AUTHORISATION',
    input,
    caller,
    contentOf: ({ verification: standing }) => {
      const known = standing.authorisations.get(number);
      if (!known || known.withdrawnOn !== null) throw catalogueError('AUTHORISATION_NOT_FOUND');
      return { number, withdrawnOn };
    },
  });
}
