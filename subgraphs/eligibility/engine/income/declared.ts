import type { Fen } from '../../../../schema/values/yuan';
import type { IncomeHead } from '../assessment';
import type { Person } from '../household/person';
import { incomeHeads, type Source } from './source';

/** What a person declares under a head; nothing declared is nothing. */
export function declaredAmount({ declared: { declaredIncome } }: Person, head: IncomeHead): Fen {
  const amounts = {
    WAGES: declaredIncome.wages,
    BUSINESS: declaredIncome.business,
    PROPERTY: declaredIncome.property,
    TRANSFER: declaredIncome.transfer,
  };
  return amounts[head] ?? (0 as Fen);
}

/** What a person declares, head by head. */
export function declaredSources(person: Person): readonly Source[] {
  return incomeHeads.map((head) => ({
    head,
    amount: declaredAmount(person, head),
    kind: 'definite',
    source: 'declared',
    evidence: [],
    isCertain: true,
    reason: '申报',
  }));
}
