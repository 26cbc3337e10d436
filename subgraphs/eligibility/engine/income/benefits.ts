import type { YearMonth } from '../../../../schema/values/year-month';
import { formatYuan, type Fen } from '../../../../schema/values/yuan';
import type { Benefit } from '../facts/facts';
import { monthBefore, monthOf } from '../household/calendar';
import type { Household } from '../household/household';
import type { Person } from '../household/person';
import type { BasicPensionExemption } from '../policy/policy';
import { declaredAmount } from './declared';
import { sumOf, type Source } from './source';

/** Whether the basic part of a resident pension counts: by the dated exemptions, or, for hardship support, never. */
export type BasicPart = 'by-exemption' | 'never-counts';

/**
 * A person's transfers: the greater of what is declared and of what social insurance pays in its newest month, each
 * less the exempt basic part of a resident pension (RULES.md, Income).
 */
export function transferSources(
  household: Household,
  person: Person,
  declared: Source,
  basicPart: BasicPart = 'by-exemption',
): readonly Source[] {
  const isAnswered = household.records.isAnswered('socialInsurance', person.id);
  const benefits = newestBenefits(household, person);
  const paid = sumOf(benefits.map(({ monthlyAmount }) => monthlyAmount));
  const exempt = sumOf(benefits.map((benefit) => exemptPart(household, benefit, basicPart)));
  const evidence = household.records.cite('socialInsurance', benefits);
  const amount = declaredAmount(person, 'TRANSFER');
  const shared = { head: 'TRANSFER', kind: 'definite', evidence } as const;
  return [
    // A stale pension lifts no bar: what was declared is then not reduced.
    ...(exempt > 0 && amount > 0 && isAnswered
      ? [
          { ...declared, kind: 'superseded' as const },
          {
            ...shared,
            amount: Math.max(0, amount - exempt) as Fen,
            source: 'socialInsurance' as const,
            isCertain: true,
            reason: `申报${formatYuan(amount)}元，扣除不计入的基础养老金${formatYuan(exempt)}元`,
          },
        ]
      : [{ ...declared, isCertain: isAnswered || amount === 0 || !mayBeExempt(household, basicPart) }]),
    ...(benefits.length > 0
      ? [
          {
            ...shared,
            amount: Math.max(0, paid - exempt) as Fen,
            source: 'socialInsurance' as const,
            isCertain: isAnswered,
            reason: `${benefits[0]?.month}社会保险待遇合计${formatYuan(paid)}元${exempt > 0 ? `，扣除不计入的基础养老金${formatYuan(exempt)}元` : ''}`,
          },
        ]
      : []),
  ];
}

/** All kinds of the newest month that is recent enough, and not after that of assessment. */
function newestBenefits(household: Household, person: Person): readonly Benefit[] {
  const { from, to } = recentMonths(household);
  const recent = household.records.benefitsOf(person.id).filter(({ month }) => from <= month && month <= to);
  const newest = recent.reduce((latest, { month }) => (month > latest ? month : latest), '');
  return recent.filter(({ month }) => month === newest);
}

function recentMonths(household: Household): { readonly from: YearMonth; readonly to: YearMonth } {
  return {
    from: monthBefore(monthOf(household.appliedOn), household.parameter('recentMonths')),
    to: monthOf(household.on),
  };
}

function exemptPart(household: Household, benefit: Benefit, rule: BasicPart): Fen {
  const { kind, month, basicPart } = benefit;
  if (kind !== 'RESIDENT_PENSION' || basicPart === null) return 0 as Fen;
  const { basicPensionExemptions } = household.policy;
  const exempt = rule === 'never-counts' || basicPensionExemptions.some((one) => covers(one, month, month));
  return exempt ? basicPart : (0 as Fen);
}

/** Whether a silent registry could hold a pension whose basic part takes something off what was declared. */
function mayBeExempt(household: Household, rule: BasicPart): boolean {
  const { from, to } = recentMonths(household);
  return (
    rule === 'never-counts' || household.policy.basicPensionExemptions.some((one) => covers(one, from, to))
  );
}

function covers(exemption: BasicPensionExemption, from: YearMonth, to: YearMonth): boolean {
  return exemption.from <= to && from <= exemption.to;
}
