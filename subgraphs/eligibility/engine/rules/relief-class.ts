import { formatYuan } from '../../../../schema/values/yuan';
import type { Household } from '../household/household';
import { incomeOf } from '../income/household-income';
import { reliefIncomeLimit, reliefOf, type ReliefClassName } from '../relief/relief-class';
import type { Rule } from './rule';

export const reliefClass: Rule = {
  code: 'RELIEF_CLASS',
  when: 'always: class A where a member draws hardship support, B the allowance, C where indicated income a member is at most 2 times the standard, else D',
  parameters: ['reliefClasses', 'reliefIncomePercent', 'standardPercent', 'recentMonths', 'taxMonths'],
  ofMeans: true,
  find: (household) => {
    const { known, evidence } = reliefOf(household);
    return [
      {
        message: `临时救助对象类别${known}：${reasonFor(known, household)}。`,
        evidence,
        cites: ['reliefClasses', 'reliefIncomePercent', 'standard'],
      },
    ];
  },
};

function reasonFor(known: ReliefClassName, household: Household): string {
  if (known === 'A') return '有成员正在享受特困供养';
  if (known === 'B') return '有成员正在享受最低生活保障';
  const income = `人均月收入${formatYuan(incomeOf(household).indicatedPerCapita)}元`;
  const limit = `标准的${household.parameter('reliefIncomePercent') / 100}倍即${formatYuan(reliefIncomeLimit(household))}元`;
  return known === 'C' ? `${income}，不超过${limit}` : `${income}，超过${limit}`;
}
