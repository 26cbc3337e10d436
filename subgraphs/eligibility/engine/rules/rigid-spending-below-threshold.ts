import { formatYuan } from '../../../../schema/values/yuan';
import { reliefOf } from '../relief/relief-class';
import type { Rule } from './rule';

export const rigidSpendingBelowThreshold: Rule = {
  code: 'RIGID_SPENDING_BELOW_THRESHOLD',
  when: 'declared rigid spending is not above the threshold of the class: A 300, B 3,000, C 20,000, D 30,000 yuan',
  parameters: ['reliefClasses', 'reliefIncomePercent', 'standardPercent', 'recentMonths', 'taxMonths'],
  ofMeans: true,
  find: (household) => {
    const spending = household.facts.application.declaredRigidSpending;
    const classes = household.parameter('reliefClasses');
    const { known, possible, evidence } = reliefOf(household);
    if (spending === null || spending > classes[known].threshold) return [];
    const lowest = Math.min(...possible.map((name) => classes[name].threshold));
    return [
      {
        message: `申报刚性支出${formatYuan(spending)}元，未超过${known}类起付线${formatYuan(classes[known].threshold)}元。`,
        evidence,
        isUncertain: spending > lowest || !household.counted.some(({ life }) => life === 'living'),
        cites: ['reliefClasses'],
      },
    ];
  },
};
