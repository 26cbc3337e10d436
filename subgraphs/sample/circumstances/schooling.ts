import { calendarDate, ageOn, yearOf } from '../calendar';
import type { Person } from '../families/person';
import { yuan, yuanBetween } from '../money';
import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Fen } from '../../../schema/values/yuan';
import type { Random } from '../random';
import type { Trap } from '../traps/trap-table';
import { schools, type Stage } from './schools';

/** Somebody's entry in the school register (学籍). */
export interface Schooling {
  readonly school: string;
  readonly stage: Stage;
  readonly schoolKind: 'PUBLIC' | 'PRIVATE';
  readonly isFullTime: boolean;
  readonly status: 'ENROLLED' | 'SUSPENDED' | 'GRADUATED' | 'WITHDRAWN';
  readonly isBoarding: boolean;
  readonly fees: Fen;
  readonly aid: Fen | undefined;
}

/** The school that a member goes to on a day, or went to until lately. */
export function schoolingOf(person: Person, date: CalendarDate, random: Random): Schooling | undefined {
  const { age, basis, trap, place, diedOn } = person;
  if (place !== 'MEMBER' || diedOn) return undefined;
  const stage = stageAt(schoolAge(person, date), random);
  if (!stage) return undefined;
  if (age < 18 || basis === 'DEPENDENT_STUDENT') return pupilAt(stage, trap, random);
  // Of the others, the register remembers those who left lately.
  const isYoung = age <= 24 && basis === 'CO_RESIDENT_OBLIGOR';
  return isYoung && random.chance(0.5) ? { ...placeAt(stage, random), status: 'GRADUATED' } : undefined;
}

function pupilAt(stage: Stage, trap: Trap | undefined, random: Random): Schooling | undefined {
  const place = placeAt(stage, random);
  if (trap === 'NOT_ENROLLED') return random.pick(notEnrolled)(place);
  if (trap === 'PRIVATE_SCHOOL') {
    const fees = yuanBetween(random, 12_000, 28_000, 500);
    return { ...place, school: schools[stage].private, schoolKind: 'PRIVATE', fees, aid: undefined };
  }
  // Small children need not go to kindergarten.
  if (stage === 'PRESCHOOL' && random.chance(0.3)) return undefined;
  return { ...place, status: random.chance(0.01) ? 'SUSPENDED' : 'ENROLLED' };
}

/** The ways of not being the full-time student that one was declared as. */
const notEnrolled: readonly ((place: Schooling) => Schooling | undefined)[] = [
  () => undefined,
  (place) => ({ ...place, status: 'WITHDRAWN' }),
  (place) => ({ ...place, isFullTime: false }),
];

/** Age on the first day of the school year, which decides the class. */
function schoolAge({ birthDate }: Person, date: CalendarDate): number {
  const begins = calendarDate(yearOf(date), 9, 1);
  return ageOn(birthDate, begins <= date ? begins : calendarDate(yearOf(date) - 1, 9, 1));
}

function stageAt(age: number, random: Random): Stage | undefined {
  if (age < 3) return undefined;
  if (age < 6) return 'PRESCHOOL';
  if (age < 12) return 'PRIMARY';
  if (age < 15) return 'JUNIOR_SECONDARY';
  if (age < 18) return random.chance(0.6) ? 'SENIOR_SECONDARY' : 'VOCATIONAL_SECONDARY';
  if (age < 22) return random.chance(0.55) ? 'BACHELOR' : 'VOCATIONAL_COLLEGE';
  return random.chance(0.8) ? 'BACHELOR' : 'POSTGRADUATE';
}

function placeAt(stage: Stage, random: Random): Schooling {
  const { boarding, aid, fees } = schools[stage];
  const [least, most]: readonly [number, number] = fees;
  const isPrivate = random.chance(schools[stage].privateShare);
  return {
    school: isPrivate ? schools[stage].private : random.pick(schools[stage].public),
    stage,
    schoolKind: isPrivate ? 'PRIVATE' : 'PUBLIC',
    isFullTime: true,
    status: 'ENROLLED',
    isBoarding: random.chance(boarding),
    fees: isPrivate ? yuanBetween(random, 3000, 6000, 100) : yuanBetween(random, least, most, 100),
    aid: random.chance(0.4) ? yuan(aid) : undefined,
  };
}
