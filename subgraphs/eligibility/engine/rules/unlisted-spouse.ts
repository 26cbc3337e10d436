import type { RecordOf } from '../facts/facts';
import type { Person } from '../household/person';
import type { Rule } from './rule';

type Marriage = RecordOf<'marriages'>;

export const unlistedSpouse: Rule = {
  code: 'UNLISTED_SPOUSE',
  when: 'the newest event of a member’s marriages is a marriage to somebody who is neither a member nor an obligor, and not dead',
  find: (household) =>
    household.counted.flatMap((person) => {
      const newest = newestEvents(household.records.of('marriages', person.id)).filter(
        (event) => event.event === 'MARRIAGE' && isToUnlisted(event, person),
      );
      if (newest.length === 0) return [];
      return [
        {
          person,
          message: `婚姻登记显示${person.name}已婚，其配偶未列为家庭成员或法定义务人。`,
          evidence: household.records.cite('marriages', newest),
        },
      ];
    }),
};

/** All events of the newest day: where one of several is a marriage, nobody knows that it ended. */
function newestEvents(events: readonly Marriage[]): readonly Marriage[] {
  const newest = events.reduce(
    (latest, { registeredOn }) => (registeredOn > latest ? registeredOn : latest),
    '',
  );
  return events.filter(({ registeredOn }) => registeredOn === newest);
}

function isToUnlisted({ parties }: Marriage, { id }: Person): boolean {
  return parties.some(({ person, inHousehold, deceased }) => person !== id && !inHousehold && !deceased);
}
