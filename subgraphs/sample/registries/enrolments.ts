import { formatYuan } from '../../../schema/values/yuan';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 学籍 */
export const enrolments = exchangeFile('enrolments', {
  recordIds: 'XJ',
  columns: [
    'id_number',
    'name',
    'school',
    'stage',
    'school_kind',
    'full_time',
    'status',
    'boarding',
    'annual_fees',
    'annual_aid',
  ],
  rows: ({ members }) =>
    members.flatMap((citizen) => {
      const { schooling } = citizen;
      if (!schooling) return [];
      const [id_number, name] = holder(citizen, 'other');
      return [
        {
          id_number,
          name,
          school: schooling.school,
          stage: schooling.stage,
          school_kind: schooling.schoolKind,
          full_time: String(schooling.isFullTime),
          status: schooling.status,
          boarding: String(schooling.isBoarding),
          annual_fees: formatYuan(schooling.fees),
          annual_aid: schooling.aid && formatYuan(schooling.aid),
        },
      ];
    }),
});
