import type { Fen } from '../../../../schema/values/yuan';
import type { Evidence } from '../assessment';
import type { Program } from '../facts/facts';
import type { Household } from '../household/household';
import { registriesOfIncome } from '../household/reading';
import { incomeOf } from '../income/household-income';
import { dividedBy } from '../income/source';

/** Whom temporary assistance helps, and how much (RULES.md, TEMPORARY_ASSISTANCE). Not the classes of re-checks. */
export type ReliefClassName = 'A' | 'B' | 'C' | 'D';

/** A household's class by what is known, and all that it may be of however the unanswered checks were answered. */
export interface Relief {
  readonly known: ReliefClassName;
  readonly possible: readonly ReliefClassName[];
  /** The rows by which it is known: of the rolls, or of income. */
  readonly evidence: readonly Evidence[];
}

export function reliefOf(household: Household): Relief {
  const hardship = rollOf(household, rollOfClass.A);
  const allowance = rollOf(household, rollOfClass.B);
  const known = hardship.isKnown ? 'A' : allowance.isKnown ? 'B' : byIncome(household);
  const evidence = evidenceFor(household, known);
  if (hardship.isCertain) return { known, possible: ['A'], evidence };
  const possible: readonly ReliefClassName[] = [
    ...(hardship.isPossible ? ['A' as const] : []),
    ...(allowance.isPossible ? ['B' as const] : []),
    ...(allowance.isCertain ? [] : possibleByIncome(household)),
  ];
  return { known, possible, evidence };
}

/** Whose roll decides a class; the others go by income. */
const rollOfClass = { A: 'SPECIAL_HARDSHIP_SUPPORT', B: 'MINIMUM_LIVING_ALLOWANCE' } as const;

function evidenceFor(household: Household, known: ReliefClassName): readonly Evidence[] {
  if (known === 'C' || known === 'D') {
    return incomeOf(household).heads.flatMap(({ indicated }) => indicated.evidence);
  }
  return household.counted
    .filter((person) => household.isKnownToDraw(person, rollOfClass[known]))
    .flatMap((person) =>
      household.records.cite('assistanceRolls', household.drawing(person, rollOfClass[known])),
    );
}

/** Whether somebody draws a program: as is known, certainly, or possibly. */
function rollOf(household: Household, program: Program) {
  const { counted } = household;
  const drawing = counted.filter((person) => household.isKnownToDraw(person, program));
  return {
    isKnown: drawing.length > 0,
    isCertain: drawing.some(({ life }) => life === 'living'),
    isPossible:
      drawing.length > 0 ||
      counted.some((person) => !household.isAnswered({ registry: 'assistanceRolls', person })),
  };
}

/** Up to this income a member, in fen a month, a family that is on no roll is of class C. */
export function reliefIncomeLimit(household: Household): Fen {
  return dividedBy(household.standard * household.parameter('reliefIncomePercent'), 100);
}

function byIncome(household: Household): 'C' | 'D' {
  return incomeOf(household).indicatedPerCapita <= reliefIncomeLimit(household) ? 'C' : 'D';
}

function possibleByIncome(household: Household): readonly ('C' | 'D')[] {
  const { counted } = household;
  if (counted.some(({ life }) => life !== 'living')) return ['C', 'D'];
  if (incomeOf(household).certainIndicatedPerCapita > reliefIncomeLimit(household)) return ['D'];
  const isKnown = household
    .answersOf(counted, ...registriesOfIncome)
    .every((answer) => household.isAnswered(answer));
  return isKnown ? [byIncome(household)] : ['C', 'D'];
}
