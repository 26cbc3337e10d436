import { purchasesOf, resettlementWorks } from '../property/purchases';
import type { Rule } from './rule';

export const presaleResettled: Rule = {
  code: 'PRESALE_RESETTLED',
  when: 'instead, where a member was compensated for a demolition or had a dangerous house rebuilt',
  parameters: ['purchaseYears'],
  ofMeans: true,
  find: (household) => {
    const works = resettlementWorks(household);
    if (works.length === 0) return [];
    return purchasesOf(household).map(({ buyer, contract }) => ({
      person: buyer,
      message: `${buyer.name}于${contract.signedOn}签订商品房预售合同；家庭有征收补偿或危房改造记录。`,
      evidence: [
        ...household.records.cite('presaleContracts', [contract]),
        ...household.records.cite('housingWorks', works),
      ],
      cites: ['purchaseYears'],
    }));
  },
};
