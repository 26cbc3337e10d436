import { formatYuan } from '../../../schema/values/yuan';
import { addMonths, monthOf } from '../calendar';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** How many months up to the date the file holds. */
const monthsKept = 2;

/** 社会保险待遇: a row a benefit and month; the dead get none of a month after their death. */
export const socialInsuranceBenefits = exchangeFile('social_insurance_benefits', {
  recordIds: 'DY',
  columns: ['id_number', 'name', 'kind', 'monthly_amount', 'basic_part', 'month'],
  rows: ({ application, subjects }) =>
    subjects.flatMap((citizen) => {
      const { benefit, diedOn } = citizen;
      if (!benefit) return [];
      const [id_number, name] = holder(citizen, 'insurance');
      const last = diedOn ? monthOf(diedOn) : addMonths(monthOf(application.date), -1);
      return Array.from({ length: monthsKept }, (_, at) => ({
        id_number,
        name,
        kind: benefit.kind,
        monthly_amount: formatYuan(benefit.monthly),
        basic_part: benefit.basicPart && formatYuan(benefit.basicPart),
        month: addMonths(last, at + 1 - monthsKept),
      }));
    }),
});
