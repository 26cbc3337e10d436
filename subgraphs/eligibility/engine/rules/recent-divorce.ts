import { isWithin, monthsBefore } from '../household/calendar';
import type { Rule } from './rule';

export const recentDivorce: Rule = {
  code: 'RECENT_DIVORCE',
  when: 'a member was divorced in the 12 months before the application: somebody has to see whether they still live together',
  parameters: ['divorceMonths'],
  find: (household) => {
    const from = monthsBefore(household.appliedOn, household.parameter('divorceMonths'));
    return household.counted.flatMap((person) => {
      const divorces = household.records
        .of('marriages', person.id)
        .filter(
          ({ event, registeredOn }) => event === 'DIVORCE' && isWithin(registeredOn, from, household.on),
        );
      if (divorces.length === 0) return [];
      return [
        {
          person,
          message: `${person.name}在申请前${household.parameter('divorceMonths')}个月内离婚，需核实是否仍共同生活。`,
          evidence: household.records.cite('marriages', divorces),
          cites: ['divorceMonths'],
        },
      ];
    });
  },
};
