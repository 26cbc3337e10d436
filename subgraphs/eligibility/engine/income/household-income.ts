import type { Fen } from '../../../../schema/values/yuan';
import type { Income } from '../assessment';
import type { Household } from '../household/household';
import { declaredAmount } from './declared';
import { certainOf, declaredOnly, itemsOf, personIncome, type HeadIncome } from './person-income';
import { dividedBy, incomeHeads, sumOf } from './source';

/** What the counted members earn together, person by person and head by head. */
export interface HouseholdIncome {
  readonly heads: readonly HeadIncome[];
  /** Per person and month, in fen, rounded half up. */
  readonly definitePerCapita: Fen;
  readonly indicatedPerCapita: Fen;
  /** The least that they can be, however silent and stale registries came to answer. */
  readonly certainDefinitePerCapita: Fen;
  readonly certainIndicatedPerCapita: Fen;
  /** What per-capita income is compared with. */
  readonly monthlyStandard: Fen;
}

const incomes = new WeakMap<Household, HouseholdIncome>();

/** Worked out once a household, since several rules ask for it. */
export function incomeOf(household: Household): HouseholdIncome {
  const known = incomes.get(household);
  if (known) return known;
  const income = workOut(household);
  incomes.set(household, income);
  return income;
}

function workOut(household: Household): HouseholdIncome {
  const { counted } = household;
  const heads = counted.flatMap((person) =>
    household.readsIncome ? personIncome(household, person) : declaredOnly(person),
  );
  const perCapita = (amountOf: (head: HeadIncome) => Fen) =>
    counted.length === 0 ? (0 as Fen) : dividedBy(sumOf(heads.map(amountOf)), counted.length);
  return {
    heads,
    definitePerCapita: perCapita(({ definite }) => definite.amount),
    indicatedPerCapita: perCapita(({ indicated }) => indicated.amount),
    certainDefinitePerCapita: perCapita((head) => certainOf(head, 'definite')),
    certainIndicatedPerCapita: perCapita((head) => certainOf(head, 'indicated')),
    monthlyStandard: comparedWith(household) ?? household.standard,
  };
}

/** The standard, or the multiple of it that the edition says; null where the program compares income with nothing. */
function comparedWith(household: Household): Fen | null {
  const percent = household.policy.edition.parameters.standardPercent;
  return percent ? dividedBy(household.standard * percent.value, 100) : null;
}

/** The income as an assessment tells it. */
export function toldIncome(household: Household): Income {
  const { heads, indicatedPerCapita } = incomeOf(household);
  return {
    declaredMonthly: sumOf(
      household.counted.flatMap((person) => incomeHeads.map((head) => declaredAmount(person, head))),
    ),
    assessedMonthly: sumOf(heads.map(({ indicated }) => indicated.amount)),
    perCapitaMonthly: indicatedPerCapita,
    monthlyStandard: comparedWith(household),
    items: heads.flatMap(itemsOf),
  };
}

/** Where no fact may be used. */
export const noIncome: Income = {
  declaredMonthly: 0 as Fen,
  assessedMonthly: 0 as Fen,
  perCapitaMonthly: 0 as Fen,
  monthlyStandard: null,
  items: [],
};
