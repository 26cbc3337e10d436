import fc from 'fast-check';
import { formatYuan } from '../../../../schema/values/yuan';
import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { programs } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { NoPolicyError } from '../../../../subgraphs/eligibility/policies/no-policy-error';
import { loadWith } from './policy-folder';

const policies = loadPolicies();
const day = (text: string) => text as CalendarDate;

/** Urban, rural and special hardship on a day, as RULES.md gives them. */
function expectStandard(on: string, ...amounts: readonly string[]): void {
  const { standard } = policies.inForce('MINIMUM_LIVING_ALLOWANCE', day(on));
  expect([standard.urban, standard.rural, standard.specialHardship].map(formatYuan)).toEqual(amounts);
}

function refusalOf(program: (typeof programs)[number], on: string): NoPolicyError {
  try {
    policies.inForce(program, day(on));
  } catch (error) {
    if (error instanceof NoPolicyError) return error;
    throw error;
  }
  throw new Error('A policy is in force.');
}

describe('The standard in force', () => {
  it.each([
    ['2016-05-01', '2017-03-31', '460.00', '300.00', '600.00'],
    ['2017-04-01', '2017-12-31', '500.00', '350.00', '650.00'],
    ['2018-01-01', '2019-08-31', '546.00', '410.00', '710.00'],
    ['2019-09-01', '2020-08-31', '580.00', '440.00', '754.00'],
    ['2020-09-01', '2021-08-31', '620.00', '496.00', '806.00'],
    ['2021-09-01', '2022-08-31', '636.00', '515.00', '827.00'],
    ['2022-09-01', '2023-08-31', '717.00', '581.00', '932.00'],
    ['2023-09-01', '2024-08-31', '735.00', '600.00', '956.00'],
    ['2024-09-01', '2025-06-30', '750.00', '610.00', '975.00'],
    ['2025-07-01', '2030-12-31', '770.00', '630.00', '1001.00'],
  ])('from %s to %s is %s, %s and %s', (first, last, ...amounts) => {
    expectStandard(first, ...amounts);
    expectStandard(last, ...amounts);
  });

  it('says when it was announced, what is assumed of it, and where it is written', () => {
    const told = policies.standards.map(({ effectiveFrom, announcedOn, assumed, basis }) => [
      effectiveFrom,
      announcedOn,
      [...assumed].join(' '),
      basis.assumed,
    ]);
    expect(told).toEqual([
      ['2016-05-01', null, 'effectiveFrom', true],
      ['2017-04-01', '2017-08-17', 'announcedOn', false],
      ['2018-01-01', '2018-08-28', '', false],
      ['2019-09-01', null, 'effectiveFrom', true],
      ['2020-09-01', null, 'effectiveFrom', true],
      ['2021-09-01', null, 'effectiveFrom', true],
      ['2022-09-01', null, 'effectiveFrom', true],
      ['2023-09-01', null, 'specialHardship', false],
      ['2024-09-01', null, 'effectiveFrom', true],
      ['2025-07-01', null, '', false],
    ]);
    expect(policies.standards.at(-1)?.basis.document).toBe('渝民规〔2025〕6号');
  });
});

describe('The edition in force', () => {
  it.each(programs)('changes in April 2017 and January 2023: %s', (program) => {
    const editions = ['2016-05-01', '2017-03-31', '2017-04-01', '2022-12-31', '2023-01-01', '2030-12-31'].map(
      (on) => policies.inForce(program, day(on)).edition.id,
    );
    expect(editions).toEqual(
      ['2013', '2013', '2017', '2017', '2022', '2022'].map((year) => `${program}-${year}`),
    );
  });

  it.each(programs)('is none before November 2013: %s', (program) => {
    expect(policies.edition(program, day('2013-10-31'))).toBeNull();
    expect(policies.edition(program, day('2013-11-01'))?.id).toBe(`${program}-2013`);
  });

  it('ends on the day that its file states', () => {
    const ended = loadWith('good/edition-that-ends');
    expect(ended.edition('MINIMUM_LIVING_ALLOWANCE', day('2019-12-31'))?.effectiveTo).toBe('2019-12-31');
    expect(ended.edition('MINIMUM_LIVING_ALLOWANCE', day('2020-01-01'))).toBeNull();
  });
});

describe('A day without a policy', () => {
  it('is refused where no standard is in force', () => {
    const error = refusalOf('HOUSING_ASSISTANCE', '2016-04-30');
    expect(error).toMatchObject({ program: 'HOUSING_ASSISTANCE', on: '2016-04-30', missing: 'standard' });
    expect(error.message).toBe(
      'No standard is in force on 2016-04-30, by which HOUSING_ASSISTANCE could be assessed.',
    );
  });

  it('is refused where no edition is in force', () => {
    const error = refusalOf('MEDICAL_ASSISTANCE', '2013-10-31');
    expect(error).toMatchObject({ program: 'MEDICAL_ASSISTANCE', on: '2013-10-31', missing: 'edition' });
    expect(error.message).toBe('No edition of MEDICAL_ASSISTANCE is in force on 2013-10-31.');
  });
});

describe('The basic part of a resident pension', () => {
  it('is no income from January 2021 to December 2025', () => {
    const { basicPensionExemptions } = policies.inForce('MINIMUM_LIVING_ALLOWANCE', day('2018-07-01'));
    expect(basicPensionExemptions).toEqual([
      {
        from: '2021-01',
        to: '2025-12',
        basis: {
          document: '最低生活保障审核确认办法（民发〔2021〕57号）',
          article: '第十三条',
          effectiveFrom: '2021-07-01',
          assumed: false,
        },
      },
    ]);
  });
});

describe('On any day from May 2016 to 2030', () => {
  const days = fc
    .date({ min: new Date('2016-05-01'), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => day(date.toISOString().slice(0, 10)));

  it('the latest edition and standard that started are in force, and they alone', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(...programs), (on, program) => {
        const { edition, standard } = policies.inForce(program, on);
        const editions = policies.editions.filter((other) => other.program === program);
        for (const [chosen, all] of [
          [edition, editions],
          [standard, policies.standards],
        ] as const) {
          const isInForce = all.filter(
            ({ effectiveFrom, effectiveTo }) =>
              effectiveFrom <= on && (effectiveTo === null || on <= effectiveTo),
          );
          expect(isInForce).toEqual([chosen]);
          const started = all.map(({ effectiveFrom }) => effectiveFrom).filter((start) => start <= on);
          expect(chosen.effectiveFrom).toBe(started.sort().at(-1));
        }
      }),
      { seed: 20180701, numRuns: 2000 },
    );
  });
});
