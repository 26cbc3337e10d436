import { businessDrafts } from './business-drafts';
import type { Rule } from './rule';

export const businessDormant: Rule = {
  code: 'BUSINESS_DORMANT',
  when: 'a member has a role in a business that is revoked (吊销) and not deregistered',
  parameters: ['minorSharePercent'],
  ofMeans: true,
  find: (household) => businessDrafts(household, 'BUSINESS_DORMANT', '该企业被吊销但未注销'),
};
