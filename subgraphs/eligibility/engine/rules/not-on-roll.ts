import type { Rule } from './rule';

export const notOnRoll: Rule = {
  code: 'NOT_ON_ROLL',
  when: 'no member draws the allowance or hardship support',
  find: (household) => {
    const { counted } = household;
    if (counted.some((person) => household.isOnRoll(person))) return [];
    return [
      {
        message: '没有家庭成员正在享受最低生活保障或特困供养。',
        restsOn: household.answersOf(counted, 'assistanceRolls'),
        // Where nobody is known to live, there may be no household to refuse.
        isUncertain: !counted.some(({ life }) => life === 'living'),
      },
    ];
  },
};
