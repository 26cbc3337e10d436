import { isAboveLimit } from './financial-assets-above-limit';
import type { Rule } from './rule';

export const financialAssetsDeclaredOnly: Rule = {
  code: 'FINANCIAL_ASSETS_DECLARED_ONLY',
  when: 'financial assets are not above the limit: no bank, securities or insurance source is connected (UNSETTLED where nothing was declared, or the edition does not accept a declaration)',
  parameters: ['financialAssetMonths', 'acceptDeclaredFinancialAssets'],
  ofMeans: true,
  find: (household) => {
    if (isAboveLimit(household)) return [];
    const isDeclared = household.facts.application.declaredFinancialAssets !== null;
    const isEnough = isDeclared && household.parameter('acceptDeclaredFinancialAssets');
    return [
      {
        message: isDeclared
          ? '金融资产仅有家庭申报，未接入银行、证券、保险信息。'
          : '家庭未申报金融资产，也未接入银行、证券、保险信息。',
        ...(isEnough ? {} : { effect: 'UNSETTLED' as const }),
        cites: ['acceptDeclaredFinancialAssets'],
      },
    ];
  },
};
