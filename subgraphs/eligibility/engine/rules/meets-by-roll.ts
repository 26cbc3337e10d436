import type { Rule } from './rule';

export const meetsByRoll: Rule = {
  code: 'MEETS_BY_ROLL',
  when: 'every member draws the allowance or hardship support: then neither property nor income is read',
  find: (household) =>
    household.meetsByRoll
      ? [
          {
            message: '全部家庭成员正在享受最低生活保障或特困供养，不再核对收入和财产。',
            evidence: household.counted.flatMap((person) =>
              household.records.cite(
                'assistanceRolls',
                household.drawing(person, 'MINIMUM_LIVING_ALLOWANCE', 'SPECIAL_HARDSHIP_SUPPORT'),
              ),
            ),
          },
        ]
      : [],
};
