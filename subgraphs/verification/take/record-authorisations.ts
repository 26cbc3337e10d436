import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Authorisation } from '../process/event';
import type { Verification } from '../process/verification';
import { askCivilAffairs } from './ask-civil-affairs';
import { checkedAhead } from './checked-ahead';
import { makeStep, type StepInput } from './make-step';

export interface RecordAuthorisationsInput extends StepInput {
  readonly authorisations: readonly {
    readonly number: string;
    readonly personId: string;
    readonly signedOn: CalendarDate;
    readonly validUntil?: CalendarDate | null;
  }[];
}

/** What KeepAuthorisations tells. */
interface KeptAuthorisation extends Omit<Authorisation, 'personId'> {
  readonly person: { readonly id: string };
}

/**
 * 登记授权. Civil affairs keeps the authorisations, and takes the same ones again without harm; what they are for is seen to
 * hold before it is asked, and what it keeps is what the verification knows. Throws AUTHORISATION_WITHDRAWN for one that
 * was taken back before.
 */
export async function recordAuthorisations(
  office: Office,
  input: RecordAuthorisationsInput,
  caller: Caller,
): Promise<Verification> {
  const verification = await checkedAhead(office, 'RECORD_AUTHORISATION', input, caller);
  const authorisations = input.authorisations.map(({ number, personId, signedOn, validUntil = null }) => ({
    ...{ number, personId, signedOn, validUntil },
  }));
  const isOfHousehold = (personId: string) =>
    verification.application.people.some(({ id }) => id === personId);
  if (!authorisations.every(({ personId }) => isOfHousehold(personId))) {
    throw catalogueError('PERSON_NOT_IN_HOUSEHOLD');
  }
  const { householdId } = verification.application;
  const { keepAuthorisations: told } = await askCivilAffairs(office, verification, 'KeepAuthorisations', {
    ...{ householdId, authorisations },
  });
  const kept = (told as readonly KeptAuthorisation[]).map(
    ({ person, number, signedOn, validUntil, withdrawnOn }) => ({
      personId: person.id,
      ...{ number, signedOn, validUntil, withdrawnOn },
    }),
  );
  // Civil affairs has it from before: what was taken back stays taken back, and has to be signed anew.
  if (kept.some(({ withdrawnOn }) => withdrawnOn !== null)) throw catalogueError('AUTHORISATION_WITHDRAWN');
  return makeStep(office, {
    step: 'RECORD_AUTHORISATION',
    input,
    caller,
    contentOf: () => ({ authorisations: kept }),
  });
}
