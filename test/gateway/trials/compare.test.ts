import { differences, type Assessment } from '../../../gateway/trials/compare';
import type { Expectation } from '../../../gateway/trials/read-case';
import type { CalendarDate } from '../../../schema/values/calendar-date';

const received: Assessment = {
  outcome: 'FAILS',
  findings: [
    { code: 'VEHICLE_OWNED', effect: 'BARS', place: 'member 2' },
    { code: 'CHECK_UNANSWERED', effect: 'UNSETTLED', place: 'member 1' },
    { code: 'INCOME_ABOVE_STANDARD', effect: 'BARS', place: null },
  ],
  unanswered: ['taxes', 'marriages', 'taxes'],
  estimate: { monthly: '492.00', lumpSum: null, formula: '546 × 2 − 600' },
  income: {
    declaredMonthly: '600.00',
    assessedMonthly: '600.00',
    perCapitaMonthly: '300.00',
    monthlyStandard: null,
  },
  heads: ['WAGES', 'TRANSFER'],
};

/** The assessment differs from what is expected in these ways and in no other. */
function expectDifferences(expected: Partial<Expectation>, ...lines: readonly string[]): void {
  const whole: Expectation = {
    program: 'MINIMUM_LIVING_ALLOWANCE',
    on: '2018-06-11' as CalendarDate,
    outcome: 'FAILS',
    findings: [],
    absent: [],
    ...expected,
  };
  expect(differences(whole, received)).toEqual(lines);
}

describe('Comparing an assessment with a case', () => {
  it('finds nothing where all is as expected', () => {
    expectDifferences({
      findings: [
        { code: 'VEHICLE_OWNED', effect: 'BARS', place: 'member 2' },
        { code: 'CHECK_UNANSWERED', effect: 'UNSETTLED' },
        { code: 'INCOME_ABOVE_STANDARD', effect: 'BARS' },
      ],
      absent: ['SHOP_OWNED'],
      unanswered: ['taxes', 'marriages'],
      estimate: { monthly: '492.00' },
      income: {
        perCapitaMonthly: '300.00',
        monthlyStandard: null,
        items: [{ head: 'TRANSFER' }, { head: 'WAGES' }],
      },
    });
  });

  it('leaves free what is not named', () => expectDifferences({}));

  it('tells another outcome with the findings that made it', () =>
    expectDifferences(
      { outcome: 'MEETS' },
      'outcome: expected MEETS, received FAILS by INCOME_ABOVE_STANDARD, VEHICLE_OWNED',
    ));

  it('tells a finding that is missing', () =>
    expectDifferences(
      { findings: [{ code: 'SHOP_OWNED', effect: 'BARS' }] },
      'SHOP_OWNED: expected BARS, received none',
    ));

  it('tells a finding with another effect', () =>
    expectDifferences(
      { findings: [{ code: 'VEHICLE_OWNED', effect: 'REVIEW' }] },
      'VEHICLE_OWNED: expected REVIEW, received BARS of member 2',
    ));

  it('tells a finding about somebody else', () =>
    expectDifferences(
      {
        findings: [
          { code: 'VEHICLE_OWNED', effect: 'BARS', place: 'member 1' },
          { code: 'INCOME_ABOVE_STANDARD', effect: 'BARS', place: 'member 1' },
        ],
      },
      'VEHICLE_OWNED: expected BARS of member 1, received BARS of member 2',
      'INCOME_ABOVE_STANDARD: expected BARS of member 1, received BARS',
    ));

  it('tells a finding that must not be there, whatever its effect', () =>
    expectDifferences(
      { absent: ['CHECK_UNANSWERED', 'VEHICLE_OWNED'] },
      'CHECK_UNANSWERED: expected none, received UNSETTLED of member 1',
      'VEHICLE_OWNED: expected none, received BARS of member 2',
    ));

  it('tells registries that did not answer, or that did', () => {
    expectDifferences({ unanswered: ['taxes'] }, 'unanswered: expected taxes, received marriages, taxes');
    expectDifferences(
      { unanswered: ['taxes', 'vehicles', 'marriages'] },
      'unanswered: expected marriages, taxes, vehicles, received marriages, taxes',
    );
    expectDifferences({ unanswered: [] }, 'unanswered: expected none, received marriages, taxes');
  });

  it('tells each amount of the estimate that is another', () => {
    expectDifferences(
      { estimate: { monthly: null, lumpSum: '9000.00' } },
      'estimate.monthly: expected none, received 492.00',
      'estimate.lumpSum: expected 9000.00, received none',
    );
    expectDifferences({ estimate: null }, 'estimate: expected none, received monthly 492.00');
  });

  it('tells each amount of the income that is another, and other heads', () =>
    expectDifferences(
      {
        income: {
          declaredMonthly: '600.00',
          perCapitaMonthly: '300.01',
          monthlyStandard: '546.00',
          items: [],
        },
      },
      'income.perCapitaMonthly: expected 300.01, received 300.00',
      'income.monthlyStandard: expected 546.00, received none',
      'income.items: expected none, received TRANSFER, WAGES',
    ));
});
