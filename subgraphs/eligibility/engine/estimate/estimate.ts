import { formatYuan, type Fen } from '../../../../schema/values/yuan';
import type { Estimate, Outcome } from '../assessment';
import type { Program } from '../facts/facts';
import type { Household } from '../household/household';
import { toldIncome } from '../income/household-income';
import { dividedBy } from '../income/source';
import type { ReliefClass } from '../policy/parameters';
import { reliefOf } from '../relief/relief-class';

type Estimator = (household: Household, outcome: Outcome) => Estimate | null;

/** What each program would pay; null where its rules fix nothing. */
const estimators: Readonly<Record<Program, Estimator>> = {
  MINIMUM_LIVING_ALLOWANCE: (household, outcome) => (outcome === 'MEETS' ? allowance(household) : null),
  TEMPORARY_ASSISTANCE: (household, outcome) =>
    outcome === 'MEETS' || outcome === 'NEEDS_REVIEW' ? relief(household) : null,
  MEDICAL_ASSISTANCE: () => null,
  SPECIAL_HARDSHIP_SUPPORT: (household, outcome) => (outcome === 'MEETS' ? hardship(household) : null),
  HOUSING_ASSISTANCE: () => null,
};

/** What a program would pay a household of this outcome, by the rules alone; never a promise. */
export function estimateOf(household: Household, outcome: Outcome): Estimate | null {
  return household.counted.length === 0 ? null : estimators[household.program](household, outcome);
}

function allowance(household: Household): Estimate {
  const { standard, counted } = household;
  const { assessedMonthly } = toldIncome(household);
  const monthly = (standard * counted.length - assessedMonthly) as Fen;
  return {
    monthly,
    lumpSum: null,
    formula: `${formatYuan(standard)}元×${counted.length}人−家庭月收入${formatYuan(assessedMonthly)}元`,
  };
}

function hardship({ policy: { standard } }: Household): Estimate {
  return { monthly: standard.specialHardship, lumpSum: null, formula: '特困人员基本生活标准' };
}

/** Null where no spending was declared, or none above the class's threshold. */
function relief(household: Household): Estimate | null {
  const spending = household.facts.application.declaredRigidSpending;
  const { known } = reliefOf(household);
  const reliefClass = household.parameter('reliefClasses')[known];
  if (spending === null || spending <= reliefClass.threshold) return null;
  return { monthly: null, ...lumpSum(reliefClass, spending, known) };
}

/** By the highest step that the spending reaches, up to the cap; half a fen is rounded up. */
function lumpSum({ steps, cap }: ReliefClass, spending: Fen, name: string) {
  const step = [...steps].reverse().find(({ above }) => spending > above);
  const { above, base, percent } = step ?? { above: spending, base: 0, percent: 0 };
  const amount = base + dividedBy((spending - above) * percent, 100);
  const formula = `${name}类：${base > 0 ? `${formatYuan(base as Fen)}元+` : ''}（${formatYuan(spending)}元−${formatYuan(above)}元）×${percent}%，最高${formatYuan(cap)}元`;
  return { lumpSum: Math.min(amount, cap) as Fen, formula };
}
