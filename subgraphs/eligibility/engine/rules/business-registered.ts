import { businessDrafts } from './business-drafts';
import type { Rule } from './rule';

export const businessRegistered: Rule = {
  code: 'BUSINESS_REGISTERED',
  when: 'a member has a role that is not minor in an active business that is not 个体工商户',
  parameters: ['minorSharePercent'],
  ofMeans: true,
  find: (household) => businessDrafts(household, 'BUSINESS_REGISTERED', '该企业存续'),
};
