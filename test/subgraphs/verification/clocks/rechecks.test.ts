import fc from 'fast-check';
import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { readFacts } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { daysAfter } from '../../../../subgraphs/verification/clocks/calendar-days';
import { loadClocks } from '../../../../subgraphs/verification/clocks/load-clocks';
import { nextRecheck } from '../../../../subgraphs/verification/clocks/next-recheck';
import type { RecheckClass } from '../../../../subgraphs/verification/process/event';

const { rechecks } = loadClocks();
const day = (written: string) => written as CalendarDate;

interface Person {
  readonly born: number;
  readonly wages?: string;
  readonly business?: string;
  readonly disability?: readonly [kind: string, grade: number];
  readonly studies?: true;
  /** The month through which an employer paid their insurance. */
  readonly insuredThrough?: string;
  readonly died?: true;
}

const idOf = (index: number) => ({ id: `member-${index}` });

/** A household that applied in June 2018, with what its members declare and the registries say of them. */
function family(residence: 'URBAN' | 'RURAL', ...people: readonly Person[]) {
  const check = (records: readonly object[], more: object = {}) => ({
    asOf: '2018-06-01T00:00:00+08:00',
    subjects: people.map((_, index) => ({ person: idOf(index), status: 'NO_RECORD' })),
    records: records.map((record, index) => ({ recordId: `row-${index}`, ...record })),
    ...more,
  });
  const rows = (row: (person: Person) => object | undefined) =>
    people.flatMap((person, index) => {
      const found = row(person);
      return found ? [{ person: idOf(index), ...found }] : [];
    });
  return readFacts({
    id: 'household',
    residence,
    application: { program: 'MINIMUM_LIVING_ALLOWANCE', appliedOn: '2018-06-11' },
    members: people.map((person, index) => ({
      person: idOf(index),
      declaredName: `甲${index}`,
      birthDate: `${person.born}-01-01`,
      basis: index === 0 ? 'APPLICANT' : 'CO_RESIDENT_OBLIGOR',
      declaredIncome: { wages: person.wages ?? null, business: person.business ?? null },
      disabilityKind: person.disability?.[0] ?? null,
      disabilityGrade: person.disability?.[1] ?? null,
    })),
    obligors: [],
    assets: null,
    registrations: {
      deaths: check(rows(({ died }) => died && {})),
      enrolments: check(
        rows(
          ({ studies }) =>
            studies && { stage: 'BACHELOR', schoolKind: 'PUBLIC', fullTime: true, status: 'ENROLLED' },
        ),
      ),
      socialInsurance: check(
        rows(({ insuredThrough }) =>
          insuredThrough === undefined
            ? undefined
            : { status: 'ACTIVE', payerType: 'EMPLOYER', paidThrough: insuredThrough },
        ),
        { benefits: [] },
      ),
    },
  });
}

const pensioner: Person = { born: 1950 };
const child: Person = { born: 2010 };
const unemployed: Person = { born: 1980 };
const employed: Person = { born: 1980, wages: '1200.00' };
const severelyDisabled: Person = { born: 1980, disability: ['INTELLECTUAL', 2] };

describe('How often a family is looked at again', () => {
  test.each<[string, ReturnType<typeof family>, RecheckClass, RecheckClass]>([
    ['able and without work, in town', family('URBAN', unemployed), 'MONTHLY', 'HALF_YEARLY'],
    ['able and without work, in the country', family('RURAL', unemployed), 'QUARTERLY', 'HALF_YEARLY'],
    ['able and in work', family('URBAN', employed), 'HALF_YEARLY', 'HALF_YEARLY'],
    ['one in work and one without', family('URBAN', employed, unemployed), 'MONTHLY', 'HALF_YEARLY'],
    ['severely disabled', family('URBAN', severelyDisabled, pensioner), 'YEARLY', 'YEARLY'],
    [
      'severely disabled, with somebody without work',
      family('RURAL', severelyDisabled, unemployed),
      'QUARTERLY',
      'HALF_YEARLY',
    ],
    [
      'severely disabled, with somebody in work',
      family('URBAN', severelyDisabled, employed),
      'HALF_YEARLY',
      'HALF_YEARLY',
    ],
    [
      'disabled, and able all the same',
      family('URBAN', { born: 1980, disability: ['HEARING', 2] }),
      'MONTHLY',
      'HALF_YEARLY',
    ],
    ['a pensioner and a child', family('URBAN', pensioner, child), 'HALF_YEARLY', 'YEARLY'],
    [
      'a pensioner with a trade',
      family('URBAN', { born: 1950, business: '300.00' }),
      'HALF_YEARLY',
      'HALF_YEARLY',
    ],
    ['a student', family('URBAN', pensioner, { born: 1999, studies: true }), 'HALF_YEARLY', 'YEARLY'],
    [
      'insured by an employer',
      family('URBAN', { born: 1980, insuredThrough: '2018-03' }),
      'HALF_YEARLY',
      'HALF_YEARLY',
    ],
    [
      'insured by an employer long ago',
      family('URBAN', { born: 1980, insuredThrough: '2017-03' }),
      'MONTHLY',
      'HALF_YEARLY',
    ],
    [
      'somebody without work who died',
      family('URBAN', pensioner, { born: 1980, died: true }),
      'HALF_YEARLY',
      'YEARLY',
    ],
  ])('%s', (_, facts, from2016, from2021) => {
    expect(rechecks.recheckClassOf(facts, day('2018-06-11'))).toBe(from2016);
    expect(rechecks.recheckClassOf(facts, day('2021-07-01'))).toBe(from2021);
  });

  test('is told by nothing before 条例 was in force', () => {
    expect(rechecks.recheckClassOf(family('URBAN', unemployed), day('2016-04-30'))).toBeNull();
  });

  test('counts 16 to 59 as working age, and no day more', () => {
    const on = (when: string, born: number) => rechecks.recheckClassOf(family('URBAN', { born }), day(when));
    expect(on('2017-12-31', 2002)).toBe('HALF_YEARLY');
    expect(on('2018-01-01', 2002)).toBe('MONTHLY');
    expect(on('2018-12-31', 1959)).toBe('MONTHLY');
    expect(on('2019-01-01', 1959)).toBe('HALF_YEARLY');
  });

  test('takes a silent insurer for no work: at worst the family is looked at more often', () => {
    const { registrations, ...facts } = family('URBAN', { born: 1980, insuredThrough: '2018-03' });
    const silent = { ...registrations.socialInsurance, statuses: new Map(), records: [], benefits: [] };
    expect(
      rechecks.recheckClassOf(
        { ...facts, registrations: { ...registrations, socialInsurance: silent } },
        day('2018-06-11'),
      ),
    ).toBe('MONTHLY');
  });
});

describe('The day of the next look', () => {
  test.each<[RecheckClass, string]>([
    ['YEARLY', '2018-08-31'],
    ['HALF_YEARLY', '2018-02-28'],
    ['QUARTERLY', '2017-11-30'],
    ['MONTHLY', '2017-09-30'],
  ])('%s after 31 August 2017 is %s', (recheckClass, due) => {
    expect(nextRecheck(day('2017-08-31'), recheckClass)).toBe(due);
  });

  test('falls in the month that the class names, never in the one after', () => {
    const classes = { YEARLY: 12, HALF_YEARLY: 6, QUARTERLY: 3, MONTHLY: 1 } as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5_000 }),
        fc.constantFrom(...(Object.keys(classes) as (keyof typeof classes)[])),
        (days, recheckClass) => {
          const decidedOn = daysAfter(day('2016-01-01'), days);
          const due = nextRecheck(decidedOn, recheckClass);
          const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
          expect(months(due) - months(decidedOn)).toBe(classes[recheckClass]);
        },
      ),
      { seed: 20180703, numRuns: 300 },
    );
  });
});
