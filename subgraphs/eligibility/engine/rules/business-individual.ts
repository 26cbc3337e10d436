import { declaredAmount } from '../income/declared';
import { businessDrafts } from './business-drafts';
import type { Rule } from './rule';

export const businessIndividual: Rule = {
  code: 'BUSINESS_INDIVIDUAL',
  when: 'a member has any role in an active 个体工商户 (NOTE where business income is declared)',
  parameters: ['minorSharePercent'],
  ofMeans: true,
  find: (household) =>
    businessDrafts(household, 'BUSINESS_INDIVIDUAL', '个体工商户存续').map((draft) =>
      declaredAmount(draft.person, 'BUSINESS') > 0 ? { ...draft, effect: 'NOTE' } : draft,
    ),
};
