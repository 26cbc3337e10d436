import { isOfWorkingCondition, studiesOf } from '../hardship/work-capacity';
import type { Rule } from './rule';

export const hasWorkCapacity: Rule = {
  code: 'HAS_WORK_CAPACITY',
  when: 'the applicant is 16 to 59, no disability removes the capacity to work (智力 or 精神 grade 1–3, 肢体 1–2, 视力 1), and at 16 or 17 they are not enrolled 在读 full time',
  parameters: ['workingAge', 'incapacitatingGrades', 'studentAge'],
  find: (household) => {
    const { applicant } = household;
    if (!applicant || !isOfWorkingCondition(household, applicant)) return [];
    const studies = studiesOf(household, applicant);
    const isAnswered = household.isAnswered({ registry: 'enrolments', person: applicant });
    if (studies && studies.length > 0 && isAnswered) return [];
    return [
      {
        person: applicant,
        message: `${applicant.name}${applicant.age}周岁，具有劳动能力。`,
        restsOn: [
          ...household.livesOf([applicant]),
          ...(studies ? household.answersOf([applicant], 'enrolments') : []),
        ],
        cites: ['workingAge', 'incapacitatingGrades'],
      },
    ];
  },
};
