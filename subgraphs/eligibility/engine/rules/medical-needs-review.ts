import type { Rule } from './rule';

export const medicalNeedsReview: Rule = {
  code: 'MEDICAL_NEEDS_REVIEW',
  when: 'always, where the rolls do not settle the matter: the health-insurance bureau decides',
  ofMeans: true,
  find: () => [{ message: '病情和医疗费用由医疗保障部门审核。' }],
};
