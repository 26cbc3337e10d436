import { businessDrafts } from './business-drafts';
import type { Rule } from './rule';

export const businessHistoric: Rule = {
  code: 'BUSINESS_HISTORIC',
  when: 'a member had a role in a business that is deregistered (注销)',
  parameters: ['minorSharePercent'],
  ofMeans: true,
  find: (household) => businessDrafts(household, 'BUSINESS_HISTORIC', '该企业已注销'),
};
