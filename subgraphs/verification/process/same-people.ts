import type { AcceptedApplication } from './event';

interface ToldPeople {
  readonly members: readonly { readonly person: { readonly id: string } }[];
  readonly obligors: readonly { readonly person: { readonly id: string } }[];
}

/** Why a verification ends whose family is no more the one that was accepted. */
export const peopleChanged = '家庭成员或法定义务人在受理后发生变化，请重新受理并取得授权。';

/**
 * Whether a household, as the graph tells it when it is asked about, still has the people who were accepted, in their
 * roles: the report, the authorisations and the ledger are of those, and a verdict on others would be nobody's.
 */
export function hasSamePeople({ people }: AcceptedApplication, household: object): boolean {
  const { members, obligors } = household as ToldPeople;
  const told = [
    ...members.map(({ person }) => `MEMBER ${person.id}`),
    ...obligors.map(({ person }) => `OBLIGOR ${person.id}`),
  ];
  const accepted = people.map(({ role, id }) => `${role} ${id}`);
  return told.length === accepted.length && told.every((one) => accepted.includes(one));
}
