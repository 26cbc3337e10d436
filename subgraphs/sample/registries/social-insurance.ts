import { formatYuan } from '../../../schema/values/yuan';
import { addMonths, monthOf } from '../calendar';
import type { Citizen } from '../circumstances/citizen';
import type { Work } from '../circumstances/work';
import { yuan } from '../money';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** 险种 (AAE140), by who pays: an employee's, a small trader's, everyone's own. */
const insurances = {
  EMPLOYER: ['110', '210', '310'],
  SELF_EMPLOYED: ['110', '310'],
  RESIDENT: ['170', '390'],
  CHILD: ['390'],
} as const;

/** What small traders pay from: the lowest base, not their income. */
const lowestBase = yuan(2800);

/** 社会保险参保: a row an insurance. */
export const socialInsurance = exchangeFile('social_insurance', {
  recordIds: 'SB',
  columns: [
    'id_number',
    'name',
    'insurance_type',
    'status',
    'payer_type',
    'employer',
    'employer_credit_code',
    'base',
    'paid_through',
  ],
  rows: ({ application, subjects, random }) => {
    const draws = random('social_insurance');
    const month = monthOf(application.date);
    return subjects.flatMap((citizen) => {
      const [id_number, name] = holder(citizen, 'insurance');
      const person = { id_number, name };
      const { work } = citizen;
      if (work.kind === 'EMPLOYED')
        return byEmployer(work, addMonths(month, work.hasEnded ? -9 : -1), person);
      if (work.kind === 'SELF_EMPLOYED') {
        const paid = { status: 'ACTIVE', payer_type: 'SELF_EMPLOYED', base: formatYuan(lowestBase) };
        return insurances.SELF_EMPLOYED.map((insurance_type) => ({
          ...person,
          insurance_type,
          ...paid,
          paid_through: addMonths(month, -1),
        }));
      }
      return byResident(citizen, draws).map((insurance) => ({ ...person, ...insurance }));
    });
  },
});

/** An employment that ended leaves insurances that nobody has told of it. */
function byEmployer(
  { employer, wage }: Extract<Work, { kind: 'EMPLOYED' }>,
  paidThrough: string,
  person: { readonly id_number: string; readonly name: string },
) {
  return insurances.EMPLOYER.map((insurance_type) => ({
    ...person,
    insurance_type,
    status: 'ACTIVE',
    payer_type: 'EMPLOYER',
    employer: employer.name,
    employer_credit_code: employer.creditCode,
    base: formatYuan(wage),
    paid_through: paidThrough,
  }));
}

/** From 16 to 59 residents are insured for their pension; for sickness at any age. */
function byResident({ age, diedOn, schooling }: Citizen, random: Random) {
  if (diedOn) return [{ insurance_type: '390', status: 'TERMINATED', payer_type: 'RESIDENT' }];
  const isForPension = age >= 16 && age < 60 && schooling?.status !== 'ENROLLED';
  return insurances[isForPension ? 'RESIDENT' : 'CHILD'].map((insurance_type) => ({
    insurance_type,
    status: insurance_type === '170' && random.chance(0.2) ? 'SUSPENDED' : 'ACTIVE',
    payer_type: 'RESIDENT',
  }));
}
