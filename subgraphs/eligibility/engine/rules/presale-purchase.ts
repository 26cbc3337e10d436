import { purchasesOf, resettlementWorks } from '../property/purchases';
import type { Rule } from './rule';

export const presalePurchase: Rule = {
  code: 'PRESALE_PURCHASE',
  when: 'a member signed a pre-sale contract in the 3 years before the application, and it is not revoked',
  parameters: ['purchaseYears'],
  ofMeans: true,
  find: (household) =>
    resettlementWorks(household).length > 0
      ? []
      : purchasesOf(household).map(({ buyer, contract }) => ({
          person: buyer,
          message: `${buyer.name}于${contract.signedOn}签订商品房预售合同。`,
          evidence: household.records.cite('presaleContracts', [contract]),
          restsOn: [
            ...household.livesOf([buyer]),
            ...household.answersOf([buyer], 'presaleContracts'),
            ...household.answersOf(household.counted, 'housingWorks'),
          ],
          cites: ['purchaseYears'],
        })),
};
