import { formatYuan } from '../../../../schema/values/yuan';
import { incomeOf } from '../income/household-income';
import type { Rule } from './rule';

export const incomeIndicatedAboveStandard: Rule = {
  code: 'INCOME_INDICATED_ABOVE_STANDARD',
  when: 'definite income per member is below the standard, and the indicated one is not',
  parameters: ['standardPercent', 'recentMonths', 'taxMonths'],
  ofMeans: true,
  find: (household) => {
    const { definitePerCapita, indicatedPerCapita, monthlyStandard, heads, certainIndicatedPerCapita } =
      incomeOf(household);
    if (definitePerCapita >= monthlyStandard || indicatedPerCapita < monthlyStandard) return [];
    return [
      {
        message: `按登记信息推算的人均月收入${formatYuan(indicatedPerCapita)}元，不低于标准${formatYuan(monthlyStandard)}元；申报及已确定的为${formatYuan(definitePerCapita)}元。`,
        evidence: heads.flatMap(({ indicated }) => indicated.evidence),
        // Read where a visit confirms it: then it bars.
        restsOn: household.livesOf(household.counted),
        isUncertain: certainIndicatedPerCapita < monthlyStandard,
        cites: ['standard', 'standardPercent', 'taxMonths'],
      },
    ];
  },
};
