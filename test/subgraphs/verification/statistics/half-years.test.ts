import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { programs } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { Told } from '../../../../subgraphs/verification/statistics/counts';
import { halfYearsOf } from '../../../../subgraphs/verification/statistics/half-years';
import { sumOfTold } from '../../../../subgraphs/verification/statistics/sum-of-told';

test.each([
  ['2018-01-01', '2018-06-30', ['2018-01-01/2018-06-30']],
  ['2018-01-01', '2018-12-31', ['2018-01-01/2018-06-30', '2018-07-01/2018-12-31']],
  ['2017-07-01', '2018-06-30', ['2017-07-01/2017-12-31', '2018-01-01/2018-06-30']],
  ['2018-01-01', '2018-05-31', null],
  ['2018-01-02', '2018-06-30', null],
  ['2018-02-01', '2018-06-30', null],
  ['2018-07-01', '2018-06-30', null],
])('From %s to %s are the half-years %j', (from, to, halfYears) => {
  const found = halfYearsOf(from as CalendarDate, to as CalendarDate);
  expect(found && found.map((one) => `${one.from}/${one.to}`)).toEqual(halfYears);
});

function told(households: number | null, findings: Told['findings']): Told {
  const none = programs.slice(1).map((program) => ({ program, households: 0, persons: 0 }));
  return {
    programs: [
      { program: 'MINIMUM_LIVING_ALLOWANCE', households, persons: households && 2 * households },
      ...none,
    ],
    outcomes: [{ outcome: 'MEETS', households }],
    findings,
    silentRegistries: [],
    total: { households, persons: households && 2 * households },
  };
}

describe('two half-years together', () => {
  it('are summed where each is told', () => {
    const year = sumOfTold([
      told(20, [{ code: 'VEHICLE_OWNED', households: 12 }]),
      told(30, [{ code: 'SHOP_OWNED', households: 15 }]),
    ]);
    expect(year.total).toEqual({ households: 50, persons: 100 });
    expect(year.programs[0]).toMatchObject({ households: 50, persons: 100 });
    expect(year.findings).toEqual([
      { code: 'SHOP_OWNED', households: 15 },
      { code: 'VEHICLE_OWNED', households: 12 },
    ]);
  });

  it('tell no number that one of them hides, so that none follows by taking the other from it', () => {
    const year = sumOfTold([
      told(20, [{ code: 'VEHICLE_OWNED', households: 12 }]),
      told(null, [{ code: 'VEHICLE_OWNED', households: null }]),
    ]);
    expect(year.total).toEqual({ households: null, persons: null });
    expect(year.programs[0]).toMatchObject({ households: null, persons: null });
    expect(year.findings).toEqual([{ code: 'VEHICLE_OWNED', households: null }]);
  });
});
