import type { Rule } from './rule';

/** 重庆市. */
const city = '50';

export const memberOutOfArea: Rule = {
  code: 'MEMBER_OUT_OF_AREA',
  when: 'a member’s declared or active residence registration is outside the city (division not 50…)',
  find: (household) =>
    household.counted.flatMap((person) => {
      const elsewhere = household.records
        .of('residents', person.id)
        .filter(({ status, divisionCode }) => status === 'ACTIVE' && !divisionCode.startsWith(city));
      const isDeclared = person.residenceDivision !== null && !person.residenceDivision.startsWith(city);
      if (elsewhere.length === 0 && !isDeclared) return [];
      return [
        {
          person,
          message: `${person.name}的户籍不在本市。`,
          evidence: household.records.cite('residents', elsewhere),
        },
      ];
    }),
};
