import type { Rule } from './rule';

export const shopOwned: Rule = {
  code: 'SHOP_OWNED',
  when: 'a member has a current title to a commercial unit',
  ofMeans: true,
  find: (household) =>
    household.owners.flatMap((person) =>
      household.records
        .of('realEstate', person.id)
        .filter(({ status, usage }) => status === 'CURRENT' && usage === 'COMMERCIAL')
        .map((title) => ({
          person,
          message: `${person.name}名下有商业用房：${title.location.trim()}。`,
          evidence: household.records.cite('realEstate', [title]),
          restsOn: [...household.livesOf([person]), ...household.answersOf([person], 'realEstate')],
        })),
    ),
};
