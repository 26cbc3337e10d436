import { calendarDateOf, type CalendarDate } from '../../schema/values/calendar-date';
import type { CheckSubject } from '../runtime/checks/subject';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { authorisationOf, type Authorisation } from './authorisation';
import { rowsOf, type HouseholdRow } from './household';
import { authorisations } from './registries/authorisations';
import { members } from './registries/members';

/** A member or obligor, and whether an authorisation of theirs is in force. */
export interface PersonOfHousehold extends ReturnType<typeof members.record> {
  readonly authorised: boolean;
  /** All of theirs for the program, in force or not, the newest signature first. */
  readonly authorisations: readonly Authorisation[];
}

type People = Promise<readonly PersonOfHousehold[]>;

/** Everybody of an application: the applicant first, then by relation and age. Found once an operation. */
export function peopleOf(household: HouseholdRow, context: DepartmentContext): People {
  const known = context.once(peopleByHousehold);
  const people = known.get(household.householdId) ?? findPeople(household, context);
  known.set(household.householdId, people);
  return people;
}

function peopleByHousehold(): Map<string, People> {
  return new Map();
}

async function findPeople(household: HouseholdRow, context: DepartmentContext): People {
  const [memberRows, authorisationRows] = await Promise.all([
    context.lookUp(members, 'household_id').load(household.householdId),
    context.lookUp(authorisations, 'household_id').load(household.householdId),
  ]);
  const today = calendarDateOf(context.now);
  const given = rowsOf(authorisationRows)
    .map(authorisationOf)
    .filter(({ program }) => program === household.program)
    .sort((a, b) => compare(b.signedOn, a.signedOn) || compare(a.number, b.number));
  return rowsOf(memberRows)
    .map((row) => members.record(row))
    .sort(byStanding)
    .map((member) => {
      const own = given.filter(({ person }) => person.id === member.person.id);
      return { ...member, authorised: own.some((one) => inForce(one, today)), authorisations: own };
    });
}

/** Whom the registries are asked about for a household. */
export function subjectsOf(people: readonly PersonOfHousehold[]): readonly CheckSubject[] {
  return people.map((person) => ({
    personId: person.person.id,
    name: person.declaredName,
    formerName: person.formerName,
    role: person.role,
    divisionCode: person.residenceDivision,
    authorised: person.authorised,
  }));
}

/** It ends with the day of its validity, and on the day of its withdrawal it holds no more. */
function inForce({ signedOn, validUntil, withdrawnOn }: Authorisation, today: CalendarDate): boolean {
  return (
    signedOn <= today &&
    (validUntil === null || today <= validUntil) &&
    (withdrawnOn === null || today < withdrawnOn)
  );
}

type MemberRow = ReturnType<typeof members.record>;

function byStanding(a: MemberRow, b: MemberRow): number {
  return compare(standing(a), standing(b));
}

function standing({ basis, relation, person }: MemberRow): string {
  return [basis === 'APPLICANT' ? 0 : 1, relation, person.birthDate, person.id].join(' ');
}

/** By code points: a locale would order differently on different machines. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
