import { formatYuan } from '../../../../schema/values/yuan';
import { incomeOf } from '../income/household-income';
import { headTerms } from '../income/head-terms';
import type { Rule } from './rule';

export const incomeMismatch: Rule = {
  code: 'INCOME_MISMATCH',
  when: 'under one head of a member’s income, the indicated amount is more than 10 % above the definite one',
  parameters: ['mismatchPercent', 'standardPercent', 'recentMonths', 'taxMonths'],
  ofMeans: true,
  find: (household) => {
    const percent = household.parameter('mismatchPercent');
    return incomeOf(household)
      .heads.filter(({ definite, indicated }) => indicated.amount * 100 > definite.amount * (100 + percent))
      .map(({ person, head, definite, indicated }) => ({
        person,
        message: `${person.name}的${headTerms[head]}：${indicated.reason ?? ''}，每月${formatYuan(indicated.amount)}元，高于申报的${formatYuan(definite.amount)}元${percent}%以上。`,
        evidence: indicated.evidence,
        cites: ['mismatchPercent', 'taxMonths'],
      }));
  },
};
