import fc from 'fast-check';
import type { Finding } from '../../../../subgraphs/eligibility/engine/assessment';
import { ruleCodes } from '../../../../subgraphs/eligibility/engine/rules/rule-code';
import { registryNames } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { alertsOf } from '../../../../subgraphs/verification/monitoring/alerts-of';
import type { AlertKind } from '../../../../subgraphs/verification/monitoring/alert';
import { findingIdOf } from '../../../../subgraphs/verification/process/finding-id';
import { assessment, found, refuted } from './assessments';

const run = { seed: 20180704, numRuns: 300 };
const car = found('VEHICLE_OWNED', ['vehicles/1']);

function expectAlerts(before: readonly Finding[], after: readonly Finding[], ...kinds: readonly AlertKind[]) {
  const alerts = alertsOf(assessment(...before), assessment(...after));
  expect(alerts.map(({ kind }) => kind)).toEqual(kinds);
}

/** One finding a kind of change, of rows that no other has. */
const changes: readonly (readonly [AlertKind, Finding])[] = [
  ['VEHICLE', found('VEHICLE_OWNED', ['vehicles/new'])],
  ['VEHICLE', found('VEHICLE_REVIEW', ['vehicles/new'])],
  ['VEHICLE', found('OBLIGOR_ABLE', ['vehicles/new'])],
  ['VEHICLE', found('OBLIGOR_TO_REVIEW', ['vehicles/new'])],
  ['VEHICLE', found('LIVELIHOOD_ABOVE_LIMIT', ['vehicles/new'])],
  ['DEATH', found('MEMBER_DECEASED', ['deaths/new'], { person: 'newly-dead' })],
  ['DEATH', found('MEMBER_DECEASED', ['residents/new'], { person: 'newly-dead', effect: 'NOTE' })],
  ['COMPANY', found('BUSINESS_REGISTERED', ['businesses/new'])],
  ['COMPANY', found('BUSINESS_ROLE_MINOR', ['businesses/new'])],
  ['COMPANY', found('BUSINESS_INDIVIDUAL', ['businesses/new'], { effect: 'NOTE' })],
  ['COMPANY', found('BUSINESS_DORMANT', ['businesses/new'])],
  ['MARRIAGE', found('UNLISTED_SPOUSE', ['marriages/new'], { effect: 'UNSETTLED' })],
  ['MARRIAGE', found('RECENT_DIVORCE', ['marriages/new'])],
  ['HOME', found('HOMES_ABOVE_LIMIT', ['realEstate/new', 'realEstate/new-2'], { person: null })],
  ['HOME', found('HOMES_SEVERAL', ['realEstate/new'], { person: null, effect: 'NOTE' })],
  ['HOME', found('JOINT_OWNERSHIP', ['realEstate/new'])],
  ['HOME', found('HOUSING_ADEQUATE', ['realEstate/new'])],
  ['HOME', found('SHOP_OWNED', ['realEstate/new'], { effect: 'BARS' })],
  ['HOME', found('PRESALE_PURCHASE', ['presaleContracts/new'])],
  ['INCOME_ABOVE_STANDARD', found('INCOME_ABOVE_STANDARD', [], { person: null, effect: 'BARS' })],
  ['INCOME_ABOVE_STANDARD', found('INCOME_INDICATED_ABOVE_STANDARD', ['taxes/new'], { person: null })],
  ['INCOME_ABOVE_STANDARD', found('LIVELIHOOD_ABOVE_LIMIT', ['socialInsurance/new'], { effect: 'BARS' })],
];

describe('A re-check raises an alert', () => {
  test.each(changes)('%s for %o', (kind, finding) => {
    expectAlerts([], [finding], kind);
  });

  test('for a second vehicle, and names only that one', () => {
    const second = found('VEHICLE_OWNED', ['vehicles/2'], { message: '尹某名下有机动车渝B00002。' });
    expect(alertsOf(assessment(car), assessment(car, second))).toEqual([
      {
        kind: 'VEHICLE',
        person: 'yin',
        message: '复核新发现机动车，待核实：尹某名下有机动车渝B00002。',
        findingIds: [findingIdOf(second)],
      },
    ]);
  });

  test('once a kind and person, the household before its people', () => {
    const bicycleShop = found('SHOP_OWNED', ['realEstate/3'], { person: 'yang' });
    const homes = found('HOMES_ABOVE_LIMIT', ['realEstate/1', 'realEstate/2'], { person: null });
    const cars = [car, found('VEHICLE_OWNED', ['vehicles/2'])];
    const alerts = alertsOf(assessment(), assessment(bicycleShop, ...cars, homes));
    expect(alerts.map(({ kind, person, findingIds }) => [kind, person, findingIds.length])).toEqual([
      ['VEHICLE', 'yin', 2],
      ['HOME', null, 1],
      ['HOME', 'yang', 1],
    ]);
  });

  test('for a third home beside two that were known', () => {
    const two = found('HOMES_SEVERAL', ['realEstate/1', 'realEstate/2'], { person: null });
    const three = found('HOMES_ABOVE_LIMIT', ['realEstate/1', 'realEstate/2', 'realEstate/3'], {
      person: null,
    });
    expectAlerts([two], [three], 'HOME');
  });

  test('for a vehicle that was given away and is there again, and for a company that was struck off and trades', () => {
    expectAlerts([found('VEHICLE_DISPOSED', ['vehicles/1'])], [car], 'VEHICLE');
    expectAlerts(
      [found('BUSINESS_HISTORIC', ['businesses/1'])],
      [found('BUSINESS_REGISTERED', ['businesses/1'])],
      'COMPANY',
    );
  });

  test('for a divorce after the marriage that was known', () => {
    expectAlerts(
      [found('UNLISTED_SPOUSE', ['marriages/1'])],
      [found('RECENT_DIVORCE', ['marriages/2'])],
      'MARRIAGE',
    );
  });

  test('for other grounds of income than those that were refuted', () => {
    const byTax = found('INCOME_INDICATED_ABOVE_STANDARD', ['taxes/1'], { person: null });
    const byFund = found('INCOME_INDICATED_ABOVE_STANDARD', ['providentFund/1'], { person: null });
    expectAlerts([refuted(byTax)], [byFund], 'INCOME_ABOVE_STANDARD');
    expectAlerts([refuted(byTax)], [byTax]);
  });

  test('where a visit has confirmed what is new', () => {
    expectAlerts([], [{ ...car, effect: 'BARS', judged: true }], 'VEHICLE');
  });

  test('for a vehicle that is there, though the death registry is silent about its owner', () => {
    expectAlerts(
      [],
      [{ ...car, effect: 'UNSETTLED' }, found('CHECK_UNANSWERED', [], { effect: 'UNSETTLED' })],
      'VEHICLE',
    );
  });
});

describe('A re-check raises none', () => {
  test('for the same rows under another rule, effect or text', () => {
    expectAlerts([car], [{ ...car, message: '其他表述', effect: 'BARS' }]);
    expectAlerts([found('VEHICLE_EXEMPT', ['vehicles/1'], { effect: 'NOTE' })], [car]);
    expectAlerts(
      [found('HOMES_SEVERAL', ['realEstate/2', 'realEstate/1'])],
      [found('HOMES_ABOVE_LIMIT', ['realEstate/1', 'realEstate/2'])],
    );
  });

  test('for what was refuted and comes again by the same rows, or was refuted this time', () => {
    expectAlerts([refuted(car)], [car]);
    expectAlerts([], [refuted(car)]);
  });

  test('for the same death, though another registry now tells of it too', () => {
    expectAlerts(
      [found('MEMBER_DECEASED', ['residents/1'])],
      [found('MEMBER_DECEASED', ['deaths/1', 'residents/1'])],
    );
  });

  test('for income that was above before, by whichever rule, or might not be', () => {
    const [definite, indicated] = [
      found('INCOME_ABOVE_STANDARD', [], { person: null, effect: 'BARS' }),
      found('INCOME_INDICATED_ABOVE_STANDARD', ['taxes/1'], { person: null }),
    ];
    expectAlerts([indicated], [definite]);
    expectAlerts([definite], [indicated]);
    expectAlerts([], [{ ...definite, effect: 'UNSETTLED' }]);
  });

  test('for a registry that fell silent, and says nothing of what is gone with it', () => {
    const silence = found('CHECK_UNANSWERED', [], { effect: 'UNSETTLED' });
    expectAlerts([car], [silence]);
    expectAlerts([car], []);
    expectAlerts([car], [{ ...car, effect: 'UNSETTLED' }, silence]);
  });

  test('for exempt, disposed and past things, and for rules that tell of no change', () => {
    const told = new Set(changes.map(([, { code }]) => code));
    for (const code of ruleCodes.filter((other) => !told.has(other))) {
      expectAlerts([], [found(code, ['vehicles/new', 'realEstate/new', 'businesses/new'])]);
    }
  });
});

const aFinding = fc
  .record({
    code: fc.constantFrom(...ruleCodes),
    rows: fc.array(
      fc
        .tuple(fc.constantFrom(...registryNames), fc.integer({ min: 1, max: 4 }))
        .map(([a, b]) => `${a}/${b}` as const),
      { maxLength: 3 },
    ),
    person: fc.constantFrom(null, 'yin', 'yang'),
    effect: fc.constantFrom('BARS', 'UNSETTLED', 'REVIEW', 'NOTE'),
    judged: fc.boolean(),
  })
  .map(({ code, rows, ...changed }) => found(code, rows, changed));
const someFindings = fc.array(aFinding, { maxLength: 8 });

describe('Whatever was found', () => {
  test('the same findings raise nothing, and neither do fewer', () => {
    fc.assert(
      fc.property(someFindings, fc.nat(8), (findings, kept) => {
        expectAlerts(findings, findings);
        // Income was above by two findings: without the one that was not refuted, the other is no news either.
        expectAlerts(findings, findings.slice(0, kept));
      }),
      run,
    );
  });

  test('one change more raises one alert more, of its kind', () => {
    fc.assert(
      fc.property(someFindings, fc.constantFrom(...changes), (findings, [kind, finding]) => {
        const before = findings.filter(
          ({ code }) => !code.includes('INCOME') && !code.includes('LIVELIHOOD'),
        );
        expectAlerts(before, [...before, finding], kind);
      }),
      run,
    );
  });

  test('the order of findings and rows does not matter', () => {
    const shuffled = fc.tuple(someFindings, someFindings).chain(([before, after]) =>
      fc.record({
        before: fc.constant(before),
        after: fc.constant(after),
        mixedBefore: fc.shuffledSubarray(before, { minLength: before.length }),
        mixedAfter: fc.shuffledSubarray(after, { minLength: after.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ before, after, mixedBefore, mixedAfter }) => {
        const turned = mixedAfter.map((one) => ({ ...one, evidence: [...one.evidence].reverse() }));
        expect(alertsOf(assessment(...mixedBefore), assessment(...turned))).toEqual(
          alertsOf(assessment(...before), assessment(...after)),
        );
      }),
      run,
    );
  });
});
