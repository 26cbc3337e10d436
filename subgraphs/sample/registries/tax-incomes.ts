import { formatYuan, type Fen } from '../../../schema/values/yuan';
import type { YearMonth } from '../../../schema/values/year-month';
import { addMonths, monthOf } from '../calendar';
import type { Citizen } from '../circumstances/citizen';
import { percentOf, yuan } from '../money';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';
import { holder } from './holder';

/** Monthly deduction before October 2018, and the share of a wage that insurance takes (10.5 %, rounded). */
const deduction = yuan(3500);
const insuranceShare = 11;
const lowestRate = 3;

interface TaxedIncome {
  readonly item: 'WAGES' | 'LABOUR_SERVICES' | 'BUSINESS';
  readonly withholder?: string;
  readonly period: YearMonth;
  readonly income: Fen;
}

/** 个人所得税申报: wages of each month, a trader's income of each quarter, jobs now and then. */
export const taxIncomes = exchangeFile('tax_incomes', {
  recordIds: 'GS',
  columns: ['id_number', 'name', 'item', 'withholder', 'period', 'income', 'tax_paid'],
  rows: ({ application, subjects, random }) => {
    const draws = random('tax_incomes');
    const first = addMonths(monthOf(application.appliedOn), -12);
    const last = addMonths(monthOf(application.date), -1);
    return subjects.flatMap((citizen) => {
      const [id_number, name] = holder(citizen, 'other');
      return incomesOf(citizen, first, last, draws).map(({ item, withholder, period, income }) => ({
        id_number,
        name,
        item,
        withholder,
        period,
        income: formatYuan(income),
        tax_paid: formatYuan(item === 'WAGES' ? taxOn(income) : yuan(0)),
      }));
    });
  },
});

/** The twelve months before the month of application, which the rules read, and those since. */
function incomesOf(
  { work, diedOn }: Citizen,
  first: YearMonth,
  last: YearMonth,
  random: Random,
): TaxedIncome[] {
  if (diedOn) return [];
  const months = monthsBetween(first, last);
  switch (work.kind) {
    case 'EMPLOYED': {
      const paid = work.hasEnded ? months.filter((period) => period <= addMonths(last, -8)) : months;
      const from = { item: 'WAGES', withholder: work.employer.name, income: work.wage } as const;
      return paid.map((period) => ({ ...from, period }));
    }
    case 'SELF_EMPLOYED':
      return months
        .filter((_, at) => at % 3 === 2)
        .map((period) => ({ item: 'BUSINESS', period, income: (work.income * 3) as Fen }));
    case 'CASUAL': {
      // Few of those who hire for a day tell the tax office.
      if (!random.chance(0.05)) return [];
      const some = months.slice(random.between(0, 8)).slice(0, random.between(1, 4));
      return some.map((period) => ({ item: 'LABOUR_SERVICES', period, income: work.wage }));
    }
    case 'NONE':
      return [];
  }
}

function monthsBetween(first: YearMonth, last: YearMonth): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The lowest rate is all that such wages come to. */
function taxOn(wage: Fen): Fen {
  const taxable = wage - percentOf(wage, insuranceShare) - deduction;
  return taxable > 0 ? percentOf(taxable as Fen, lowestRate) : yuan(0);
}
