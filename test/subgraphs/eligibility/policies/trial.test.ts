import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { loadTrial } from '../../../../subgraphs/eligibility/policies/load-trial';
import { loadWith, smallFolder, trialFile } from './policy-folder';

const allowance = 'MINIMUM_LIVING_ALLOWANCE';
const day = (text: string) => text as CalendarDate;

describe('A draft', () => {
  it('is loaded where drafts are accepted', () => {
    const policies = loadWith('bad/draft', { acceptDrafts: true });
    expect(policies.edition(allowance, day('2018-01-01'))).toMatchObject({ draft: true });
  });
});

describe('A trial', () => {
  const policies = loadPolicies(smallFolder, { trial: trialFile, acceptDrafts: true });

  it('is in force on any day in place of its program’s editions', () => {
    const ids = ['2017-06-30', '2018-07-01', '2026-01-01'].map(
      (on) => policies.edition(allowance, day(on))?.id,
    );
    expect(new Set(ids)).toEqual(new Set(['MINIMUM_LIVING_ALLOWANCE-trial']));
    const { edition } = policies.inForce(allowance, day('2018-07-01'));
    expect(edition.parameters.divorceMonths).toEqual({ value: 24, assumed: false });
  });

  it('leaves the other programs as they were', () => {
    expect(policies.edition('HOUSING_ASSISTANCE', day('2018-07-01'))).toMatchObject({
      id: 'HOUSING_ASSISTANCE-2017',
      effectiveTo: null,
    });
  });

  it('stands last', () => {
    const { edition } = loadTrial(trialFile);
    expect(edition).toMatchObject({ id: 'MINIMUM_LIVING_ALLOWANCE-trial', program: allowance });
  });
});
