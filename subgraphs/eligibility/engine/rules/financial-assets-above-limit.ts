import { formatYuan, type Fen } from '../../../../schema/values/yuan';
import type { Household } from '../household/household';
import type { Rule } from './rule';

export const financialAssetsAboveLimit: Rule = {
  code: 'FINANCIAL_ASSETS_ABOVE_LIMIT',
  when: 'declared financial assets are above 12 times the standard a member (edition 2022: 24 times; REVIEW up to 50,000 yuan a member, since a serious illness may excuse)',
  parameters: ['financialAssetMonths', 'excusableAssets'],
  ofMeans: true,
  find: (household) => {
    const declared = household.facts.application.declaredFinancialAssets;
    if (declared === null || !isAboveLimit(household)) return [];
    const { counted } = household;
    const excusable = household.parameter('excusableAssets');
    const mayBeExcused = excusable !== null && declared <= excusable * counted.length;
    return [
      {
        message: `申报金融资产${formatYuan(declared)}元，超过限额${formatYuan(assetLimit(household))}元（${counted.length}人×${household.parameter('financialAssetMonths')}个月×${formatYuan(household.standard)}元）${mayBeExcused ? `，但人均不超过${formatYuan(excusable)}元，患重病的可酌情` : ''}。`,
        ...(mayBeExcused ? { effect: 'REVIEW' as const } : {}),
        restsOn: household.livesOf(counted),
        cites: ['standard', 'financialAssetMonths', 'excusableAssets'],
      },
    ];
  },
};

/** Whether what a family declares to own in money is above the limit. */
export function isAboveLimit(household: Household): boolean {
  return (household.facts.application.declaredFinancialAssets ?? 0) > assetLimit(household);
}

function assetLimit(household: Household): Fen {
  return (household.counted.length * household.parameter('financialAssetMonths') * household.standard) as Fen;
}
