import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Authorisation, VerifiedPerson } from './event';
import type { Verification } from './verification';

/** Age from which somebody signs for themselves (民法典, Art. 17–18). */
const majority = 18;

/**
 * Who has to authorise a verification before it begins: every adult member, and for 特困人员救助供养 every obligor too
 * (特困人员认定办法, 2021, Art. 10). What nobody signed for a minor stays UNAUTHORISED, and is told as that.
 */
export function mustAuthorise(
  { program }: { readonly program: string },
  { role, birthDate }: VerifiedPerson,
  today: CalendarDate,
): boolean {
  if (role === 'OBLIGOR') return program === 'SPECIAL_HARDSHIP_SUPPORT';
  return isAdult(birthDate, today);
}

/** Whoever has to authorise it and has no authorisation in force today. */
export function missingAuthorisations(
  verification: Verification,
  today: CalendarDate,
): readonly VerifiedPerson[] {
  const { application } = verification;
  return application.people.filter(
    (person) =>
      mustAuthorise(application, person, today) && !authorisationInForce(verification, person.id, today),
  );
}

/** The numbers of the authorisations by which a verification's people are asked about on a day. */
export function numbersInForce(verification: Verification, today: CalendarDate): readonly string[] {
  return verification.application.people.flatMap(
    ({ id }) => authorisationInForce(verification, id, today)?.number ?? [],
  );
}

/** The newest authorisation of somebody that is in force on a day; undefined without one. */
export function authorisationInForce(
  { authorisations }: Pick<Verification, 'authorisations'>,
  personId: string,
  today: CalendarDate,
): Authorisation | undefined {
  return [...authorisations.values()]
    .filter((authorisation) => authorisation.personId === personId && isInForce(authorisation, today))
    .sort((a, b) => (a.signedOn < b.signedOn ? 1 : -1))[0];
}

/** On the day of its withdrawal it holds no more. */
function isInForce({ signedOn, validUntil, withdrawnOn }: Authorisation, today: CalendarDate): boolean {
  return (
    signedOn <= today &&
    (validUntil === null || today <= validUntil) &&
    (withdrawnOn === null || today < withdrawnOn)
  );
}

function isAdult(birthDate: CalendarDate, today: CalendarDate): boolean {
  const [year, ...rest] = birthDate.split('-');
  return [Number(year) + majority, ...rest].join('-') <= today;
}
