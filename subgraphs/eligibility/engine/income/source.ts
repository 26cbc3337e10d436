import type { Fen } from '../../../../schema/values/yuan';
import type { Evidence, IncomeHead, IncomeItem } from '../assessment';

export const incomeHeads: readonly IncomeHead[] = ['WAGES', 'BUSINESS', 'PROPERTY', 'TRANSFER'];

/** One word on what a person earns a month under a head: a declaration, or the rows of a registry. */
export interface Source {
  readonly head: IncomeHead;
  readonly amount: Fen;
  /**
   * `definite` counts against the standard at once; `indicated` is for a person to look at; `superseded` is told, but
   * another source stands in its place.
   */
  readonly kind: 'definite' | 'indicated' | 'superseded';
  readonly source: IncomeItem['source'];
  readonly evidence: readonly Evidence[];
  /** Whether it stands however a registry that is silent or stale came to answer. */
  readonly isCertain: boolean;
  /** In Chinese: how the amount comes about. */
  readonly reason: string | null;
}

/** Yuan divided, rounded half up to the fen. */
export function dividedBy(amount: number, divisor: number): Fen {
  return Math.floor((2 * amount + divisor) / (2 * divisor)) as Fen;
}

export function sumOf(amounts: readonly number[]): Fen {
  return amounts.reduce((sum, amount) => sum + amount, 0) as Fen;
}
