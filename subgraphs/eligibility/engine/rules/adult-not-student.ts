import type { Rule } from './rule';

export const adultNotStudent: Rule = {
  code: 'ADULT_NOT_STUDENT',
  when: 'a member is listed as a dependent student, the enrolments answered, and none is 在读 and full time',
  ofMeans: true,
  find: (household) =>
    household.counted
      .filter(({ declared, id }) => {
        return declared.basis === 'DEPENDENT_STUDENT' && household.records.isAnswered('enrolments', id);
      })
      .flatMap((person) => {
        const enrolments = household.records.of('enrolments', person.id);
        if (enrolments.some(({ status, fullTime }) => status === 'ENROLLED' && fullTime)) return [];
        return [
          {
            person,
            message: `${person.name}按在校就读的成年子女列入，但学籍中没有在读的全日制记录。`,
            evidence: household.records.cite('enrolments', enrolments),
          },
        ];
      }),
};
