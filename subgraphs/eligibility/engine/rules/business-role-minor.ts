import { businessDrafts } from './business-drafts';
import type { Rule } from './rule';

export const businessRoleMinor: Rule = {
  code: 'BUSINESS_ROLE_MINOR',
  when: 'instead, where the member is only a supervisor there, or a shareholder of a stated share of at most 1 %',
  parameters: ['minorSharePercent'],
  ofMeans: true,
  find: (household) =>
    businessDrafts(household, 'BUSINESS_ROLE_MINOR', '该企业存续，本人仅任次要职务或持股比例很小'),
};
