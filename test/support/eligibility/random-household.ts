import { calendarDateOf, type CalendarDate } from '../../../schema/values/calendar-date';
import { programs } from '../../../subgraphs/eligibility/engine/facts/program';
import type { Random } from '../random';
import { randomRows, type RowsOf } from './random-rows';

/** A household in the form in which the graph sends its facts. */
export interface RawHousehold {
  readonly id: string;
  readonly residence: string;
  readonly application: Readonly<Record<string, unknown>> & {
    readonly program: string;
    readonly appliedOn: CalendarDate;
  };
  readonly members: readonly RawPerson[];
  readonly obligors: readonly RawPerson[];
  readonly assets: Readonly<Record<string, RawCheck>>;
  readonly registrations: Readonly<Record<string, RawCheck>>;
}

export interface RawPerson extends Readonly<Record<string, unknown>> {
  readonly person: { readonly id: string };
  readonly basis: string;
}

export interface RawRow extends Readonly<Record<string, unknown>> {
  readonly recordId: string;
}

export interface RawCheck {
  readonly asOf: string | null;
  readonly subjects: readonly { readonly person: { readonly id: string }; readonly status: string }[];
  readonly records: readonly RawRow[];
  readonly benefits?: readonly RawRow[];
}

/** What is under assessment: a household, the program it applies for, and the day. */
export interface RandomCase {
  readonly household: RawHousehold;
  readonly on: CalendarDate;
}

const asOf = '2026-01-01T00:00:00+08:00';

/** Makes up a household that every registry answers for, and now and then one that meets every condition. */
export function randomCase(random: Random): RandomCase {
  const appliedOn = dayAfter('2016-05-01', random.under(3500));
  const program = random.pick(programs);
  const isPoor = random.chance(0.5);
  const members = Array.from({ length: 1 + random.under(4) }, (_, index) =>
    person(random, `member-${index}`, index === 0 ? 'APPLICANT' : otherBasis(random), isPoor),
  );
  const obligors = Array.from({ length: random.under(3) }, (_, index) =>
    person(random, `obligor-${index}`, 'LEGAL_OBLIGOR', false),
  );
  const people = [...members, ...obligors].map((one) => one.person.id);
  const rows = randomRows(random, { people, appliedOn, program, isPoor });
  return {
    household: {
      id: 'this-household',
      residence: random.pick(['URBAN', 'RURAL']),
      application: {
        program,
        appliedOn,
        declaredRigidSpending: maybe(random, 0.9, () => yuan(random, isPoor ? 90_000 : 40_000)),
        declaredFinancialAssets: maybe(random, 0.9, () => yuan(random, isPoor ? 3_000 : 90_000)),
      },
      members,
      obligors,
      assets: checks(people, rows.assets),
      registrations: checks(people, rows.registrations),
    },
    on: dayAfter(appliedOn, random.under(120)),
  };
}

function person(random: Random, id: string, basis: string, isPoor: boolean): RawPerson {
  const most = isPoor ? 500 : 2_500;
  const declared = () => maybe(random, 0.4, () => yuan(random, most));
  return {
    person: { id },
    declaredName: id,
    basis,
    birthDate: dayAfter('1940-01-01', random.under(27_000)),
    declaredIncome: { wages: declared(), business: declared(), property: declared(), transfer: declared() },
    disabilityGrade: maybe(random, 0.2, () => 1 + random.under(4)),
    disabilityKind: maybe(random, 0.2, () => random.pick(['VISUAL', 'PHYSICAL', 'MENTAL', 'HEARING'])),
    residenceDivision: maybe(random, 0.8, () => random.pick(['500112', '500112', '511602'])),
  };
}

function otherBasis(random: Random): string {
  return random.pick(['SPOUSE', 'MINOR_CHILD', 'DEPENDENT_STUDENT', 'CO_RESIDENT_OBLIGOR']);
}

function checks(people: readonly string[], rows: RowsOf): Readonly<Record<string, RawCheck>> {
  return Object.fromEntries(
    Object.entries(rows).map(([registry, lists]) => [registry, check(people, lists)]),
  );
}

function check(people: readonly string[], lists: RowsOf[string]): RawCheck {
  const rows = JSON.stringify(lists);
  const subjects = people.map((id) => ({
    person: { id },
    status: rows.includes(`"id":"${id}"`) ? 'FOUND' : 'NO_RECORD',
  }));
  return { asOf, subjects, records: [], ...lists };
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): CalendarDate {
  return calendarDateOf(new Date(Date.parse(`${day}T00:00:00+08:00`) + days * 86_400_000));
}

export function maybe<T>(random: Random, share: number, make: () => T): T | null {
  return random.chance(share) ? make() : null;
}

export function yuan(random: Random, most: number): string {
  return `${random.under(most)}.${String(random.under(100)).padStart(2, '0')}`;
}
