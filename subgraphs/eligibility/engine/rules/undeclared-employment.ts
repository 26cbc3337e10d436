import { declaredAmount } from '../income/declared';
import { employments } from '../income/employment';
import type { Rule } from './rule';

export const undeclaredEmployment: Rule = {
  code: 'UNDECLARED_EMPLOYMENT',
  when: 'an employer pays a member’s insurance, the newest month at most 6 months before that of application, and no wages are declared',
  parameters: ['recentMonths'],
  ofMeans: true,
  find: (household) =>
    household.counted
      .filter((person) => declaredAmount(person, 'WAGES') === 0)
      .flatMap((person) => {
        const rows = employments(household, person);
        if (rows.length === 0) return [];
        return [
          {
            person,
            message: `有单位为${person.name}缴纳社会保险，但未申报工资性收入。`,
            evidence: household.records.cite('socialInsurance', rows),
            cites: ['recentMonths'],
          },
        ];
      }),
};
