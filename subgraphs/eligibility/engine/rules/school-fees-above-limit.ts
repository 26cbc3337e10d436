import { formatYuan, type Fen } from '../../../../schema/values/yuan';
import type { Rule } from './rule';

export const schoolFeesAboveLimit: Rule = {
  code: 'SCHOOL_FEES_ABOVE_LIMIT',
  when: 'a member is enrolled (在读) in 小学 or 初中 at a private school whose yearly fees are at least 12 times the standard',
  parameters: ['schoolFeeMonths'],
  ofMeans: true,
  find: (household) => {
    const limit = household.parameter('schoolFeeMonths') * household.standard;
    return household.owners.flatMap((person) =>
      household.records
        .of('enrolments', person.id)
        .filter(
          ({ status, stage, schoolKind, annualFees }) =>
            status === 'ENROLLED' &&
            (stage === 'PRIMARY' || stage === 'JUNIOR_SECONDARY') &&
            schoolKind === 'PRIVATE' &&
            annualFees !== null &&
            annualFees >= limit,
        )
        .map((enrolment) => ({
          person,
          message: `${person.name}就读民办义务教育学校，年收费${formatYuan(enrolment.annualFees ?? (0 as Fen))}元，达到标准的${household.parameter('schoolFeeMonths')}倍。`,
          evidence: household.records.cite('enrolments', [enrolment]),
          restsOn: [...household.livesOf([person]), ...household.answersOf([person], 'enrolments')],
          cites: ['standard', 'schoolFeeMonths'] as const,
        })),
    );
  },
};
