import type { Rule } from './rule';

export const purposeMismatch: Rule = {
  code: 'PURPOSE_MISMATCH',
  when: 'the assessed program is not the one applied for, so no authorisation covers it and no fact is used',
  always: 'UNSETTLED',
  onlyByRegistry: true,
  ofTheDead: true,
  find: ({ facts, program }) =>
    facts.application.program === program
      ? []
      : [{ message: '所评估的救助类别与申请的类别不一致，家庭授权不涵盖该类别，未使用任何核对信息。' }],
};
