import type { CalendarDate } from '../../../schema/values/calendar-date';
import { addDays, calendarDate, dayBetween, later, yearOf } from '../calendar';
import type { Random } from '../random';
import type { Family } from './family';
import type { Person } from './person';
import { marry } from './marry';
import type { Union } from './union';

/** A marriage with its days, as the registry could know them. */
export interface Marriage {
  readonly husband: Person;
  readonly wife: Person;
  readonly marriedOn: CalendarDate;
  /** Where it was the registry that divorced them. */
  readonly divorcedOn?: CalendarDate;
}

/** Gives the unions of a family their days, and late spouses their day of death. */
export function marriagesOf(family: Family, random: Random): Marriage[] {
  for (const person of family.members) {
    if (person.trap === 'UNLISTED_SPOUSE') marryOutsider(family, person, random);
  }
  return family.unions.map((union) => marriageOf(union, family, random));
}

function marriageOf(union: Union, { application, year }: Family, random: Random): Marriage {
  const { husband, wife, end, children } = union;
  const { appliedOn } = application;
  const parties = { husband, wife };
  if (isUnlisted(union)) return { ...parties, marriedOn: addDays(appliedOn, -random.between(60, 1500)) };
  const marriedOn = weddingOf(union, year, random);
  // What comes after has to come after the wedding and the last birth.
  const together = children.reduce((day, child) => later(day, child.birthDate), addDays(marriedOn, 365));
  if (end === 'DIVORCE') {
    const divorcedOn = divorceOf(husband.trap ?? wife.trap, together, appliedOn, random);
    return divorcedOn ? { ...parties, marriedOn, divorcedOn } : { ...parties, marriedOn };
  }
  if (end === 'DEATH') {
    const late = husband.place === 'OUTSIDER' ? husband : wife;
    const last25Years = addDays(appliedOn, -25 * 365);
    late.diedOn = dayBetween(later(together, last25Years), addDays(appliedOn, -60), random);
  }
  return { ...parties, marriedOn };
}

/** Men marry from 22, women from 20; parents before their first child, as a rule. */
function weddingOf({ husband, wife, children }: Union, year: number, random: Random): CalendarDate {
  const earliest = Math.max(yearOf(husband.birthDate) + 23, yearOf(wife.birthDate) + 21);
  const firstBirth = Math.min(...children.map(({ birthDate }) => yearOf(birthDate)));
  const latest = Math.min(earliest + 6, firstBirth, year - 3);
  const weddingYear = random.between(earliest, Math.max(earliest, latest));
  return calendarDate(weddingYear, random.between(1, 12), random.between(1, 28));
}

function divorceOf(
  trap: Person['trap'],
  together: CalendarDate,
  appliedOn: CalendarDate,
  random: Random,
): CalendarDate | undefined {
  if (trap === 'COURT_DIVORCE') return undefined;
  if (trap === 'RECENT_DIVORCE') return addDays(appliedOn, -random.between(20, 350));
  return dayBetween(together, addDays(appliedOn, -400), random);
}

function marryOutsider(family: Family, person: Person, random: Random): void {
  const spouse = family.add({
    place: 'OUTSIDER',
    relation: 'nobody',
    sex: person.sex === 'MALE' ? 'FEMALE' : 'MALE',
    bornIn: Math.min(yearOf(person.birthDate) + random.between(-3, 3), family.year - 28),
    registration: (ordinal) => ({ ...person.registration, book: `${person.registration.book}-${ordinal}` }),
  });
  marry(family, person, spouse);
}

function isUnlisted({ husband, wife }: Union): boolean {
  return husband.trap === 'UNLISTED_SPOUSE' || wife.trap === 'UNLISTED_SPOUSE';
}
