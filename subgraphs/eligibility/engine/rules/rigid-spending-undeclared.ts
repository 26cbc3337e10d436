import type { Rule } from './rule';

export const rigidSpendingUndeclared: Rule = {
  code: 'RIGID_SPENDING_UNDECLARED',
  when: 'no rigid spending is declared',
  ofMeans: true,
  find: ({ facts }) =>
    facts.application.declaredRigidSpending === null ? [{ message: '未申报刚性支出。' }] : [],
};
