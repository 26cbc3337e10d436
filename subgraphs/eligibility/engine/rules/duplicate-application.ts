import type { Rule } from './rule';

export const duplicateApplication: Rule = {
  code: 'DUPLICATE_APPLICATION',
  when: 'a member has applied for the same program in another household',
  find: (household) =>
    household.counted.flatMap((person) => {
      const entries = household.records
        .of('assistanceRolls', person.id)
        .filter(
          ({ status, program, householdId }) =>
            status === 'APPLIED' && program === household.program && householdId !== household.facts.id,
        );
      if (entries.length === 0) return [];
      return [
        {
          person,
          message: `${person.name}在其他家庭也申请了同类救助。`,
          evidence: household.records.cite('assistanceRolls', entries),
        },
      ];
    }),
};
