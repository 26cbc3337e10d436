import { isWithin } from '../household/calendar';
import type { Rule } from './rule';

export const publicRentalHeld: Rule = {
  code: 'PUBLIC_RENTAL_HELD',
  when: 'a member has a public rental lease in force',
  find: (household) =>
    household.counted.flatMap((person) =>
      household.records
        .of('publicRentals', person.id)
        .filter(({ leaseFrom, leaseTo }) => isWithin(household.on, leaseFrom, leaseTo))
        .map((lease) => ({
          person,
          message: `${person.name}正在承租公租房。`,
          evidence: household.records.cite('publicRentals', [lease]),
        })),
    ),
};
