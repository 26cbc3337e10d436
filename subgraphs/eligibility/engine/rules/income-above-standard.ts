import { formatYuan } from '../../../../schema/values/yuan';
import { incomeOf } from '../income/household-income';
import type { Rule } from './rule';

export const incomeAboveStandard: Rule = {
  code: 'INCOME_ABOVE_STANDARD',
  when: 'definite income per member is not below the standard (medical assistance: 1.5 times it)',
  parameters: ['standardPercent', 'recentMonths', 'taxMonths'],
  ofMeans: true,
  find: (household) => {
    const { definitePerCapita, certainDefinitePerCapita, monthlyStandard, heads } = incomeOf(household);
    if (definitePerCapita < monthlyStandard) return [];
    const { counted, policy } = household;
    return [
      {
        message: `人均月收入${formatYuan(definitePerCapita)}元，不低于标准${formatYuan(monthlyStandard)}元（${policy.standard.effectiveFrom}起执行）。`,
        evidence: heads.flatMap(({ definite }) => definite.evidence),
        restsOn: household.livesOf(counted),
        isUncertain: certainDefinitePerCapita < monthlyStandard,
        cites: ['standard', 'standardPercent'],
      },
    ];
  },
};
