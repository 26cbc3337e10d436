import { formatYuan, type Fen } from '../../../schema/values/yuan';
import { addMonths, monthOf } from '../calendar';
import { percentOf } from '../money';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 公积金: accounts of employees whose employer pays in. An employment that ended leaves a sealed account. */
export const providentFund = exchangeFile('provident_fund', {
  recordIds: 'GJJ',
  columns: [
    'id_number',
    'name',
    'employer',
    'base',
    'employer_rate',
    'own_rate',
    'monthly_deposit',
    'paid_through',
    'balance',
    'account_status',
  ],
  rows: ({ application, subjects, random }) => {
    const draws = random('provident_fund');
    return subjects.flatMap((citizen) => {
      const { work } = citizen;
      if (work.kind !== 'EMPLOYED' || work.fundRate === undefined) return [];
      const [id_number, name] = holder(citizen, 'providentFund');
      const deposit = percentOf(work.wage, 2 * work.fundRate);
      return [
        {
          id_number,
          name,
          employer: work.employer.name,
          base: formatYuan(work.wage),
          employer_rate: work.fundRate,
          own_rate: work.fundRate,
          monthly_deposit: formatYuan(deposit),
          paid_through: addMonths(monthOf(application.date), work.hasEnded ? -9 : -1),
          balance: formatYuan((deposit * draws.between(3, 60)) as Fen),
          account_status: work.hasEnded ? 'SEALED' : 'NORMAL',
        },
      ];
    });
  },
});
