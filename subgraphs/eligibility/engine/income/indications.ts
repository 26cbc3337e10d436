import { formatYuan, type Fen } from '../../../../schema/values/yuan';
import type { IncomeHead } from '../assessment';
import type { RecordOf } from '../facts/facts';
import { monthBefore, monthOf } from '../household/calendar';
import type { Household } from '../household/household';
import type { Person } from '../household/person';
import { employments, isRecent } from './employment';
import { dividedBy, sumOf, type Source } from './source';

type TaxedIncome = RecordOf<'taxes'>;

/** Under which head income declared for tax counts; other items count under none. */
const headOfItem: Readonly<Partial<Record<TaxedIncome['item'], IncomeHead>>> = {
  WAGES: 'WAGES',
  LABOUR_SERVICES: 'WAGES',
  AUTHORSHIP: 'WAGES',
  BUSINESS: 'BUSINESS',
  INTEREST_DIVIDENDS: 'PROPERTY',
  PROPERTY_LEASE: 'PROPERTY',
};

/** What the registries of tax, insurance and the provident fund indicate that a person earns. */
export function indications(household: Household, person: Person): readonly Source[] {
  return [
    ...taxedIncome(household, person),
    ...insuredWage(household, person),
    ...fundWage(household, person),
  ];
}

/** Income of the months before that of application, averaged; no tax paid says nothing about income. */
function taxedIncome(household: Household, person: Person): readonly Source[] {
  const months = household.parameter('taxMonths');
  const applied = monthOf(household.appliedOn);
  const oldest = monthBefore(applied, months);
  const rows = household.records
    .of('taxes', person.id)
    .filter(({ period }) => oldest <= period && period < applied);
  const heads = [...new Set(rows.map(({ item }) => headOfItem[item]))];
  return heads.flatMap((head) => {
    if (head === undefined) return [];
    const counted = rows.filter(({ item }) => headOfItem[item] === head);
    const sum = sumOf(counted.map(({ income }) => income));
    return indication(household, person, 'taxes', counted, {
      head,
      amount: dividedBy(sum, months),
      reason: `申请前${months}个月纳税申报收入${formatYuan(sum)}元÷${months}`,
    });
  });
}

/** The greatest base by which an employer pays insurance. */
function insuredWage(household: Household, person: Person): readonly Source[] {
  const rows = employments(household, person).filter(({ base }) => base !== null);
  return greatest(rows, ({ base }) => base ?? (0 as Fen)).flatMap(({ row, amount }) =>
    indication(household, person, 'socialInsurance', [row], {
      head: 'WAGES',
      amount,
      reason: `单位缴纳社会保险，缴费基数${formatYuan(amount)}元`,
    }),
  );
}

/** The greatest wage that a deposit in the fund implies, by the rates of employer and employee. */
function fundWage(household: Household, person: Person): readonly Source[] {
  const rows = household.records
    .of('providentFund', person.id)
    .filter(
      ({ accountStatus, paidThrough }) => accountStatus === 'NORMAL' && isRecent(household, paidThrough),
    )
    .filter((row) => ratesOf(row) > 0);
  const wage = (row: (typeof rows)[number]) => dividedBy(row.monthlyDeposit * 1_000_000, ratesOf(row));
  return greatest(rows, wage).flatMap(({ row, amount }) =>
    indication(household, person, 'providentFund', [row], {
      head: 'WAGES',
      amount,
      reason: `公积金月缴存额${formatYuan(row.monthlyDeposit)}元÷缴存比例合计${ratesOf(row) / 10_000}%`,
    }),
  );
}

/** Both rates together, in the ten-thousandths of a percent to which they are given. */
function ratesOf({ employerRatePercent, ownRatePercent }: RecordOf<'providentFund'>): number {
  return Math.round((employerRatePercent + ownRatePercent) * 10_000);
}

/** The row of the greatest amount; none of none. */
function greatest<T>(rows: readonly T[], amountOf: (row: T) => Fen): readonly { row: T; amount: Fen }[] {
  const valued = rows.map((row) => ({ row, amount: amountOf(row) }));
  const most = Math.max(...valued.map(({ amount }) => amount));
  return valued.filter(({ amount }) => amount === most).slice(0, 1);
}

function indication(
  household: Household,
  person: Person,
  registry: 'taxes' | 'socialInsurance' | 'providentFund',
  rows: readonly { readonly recordId: string }[],
  told: Pick<Source, 'head' | 'amount' | 'reason'>,
): readonly Source[] {
  return [
    {
      ...told,
      kind: 'indicated',
      source: registry,
      evidence: household.records.cite(registry, rows),
      isCertain: household.records.isAnswered(registry, person.id),
    },
  ];
}
