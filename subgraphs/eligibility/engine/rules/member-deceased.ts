import type { Rule } from './rule';

export const memberDeceased: Rule = {
  code: 'MEMBER_DECEASED',
  when: 'a member is in the death registry, or their residence registration is cancelled by death',
  ofTheDead: true,
  onlyByRegistry: true,
  find: ({ members }) =>
    members
      .filter(({ deathRows }) => deathRows.length > 0)
      .map((person) => ({
        person,
        message: `${person.name}有死亡登记或因死亡注销户籍的记录${person.life === 'dead' ? '，不计入家庭成员' : ''}。`,
        evidence: person.deathRows,
      })),
};
