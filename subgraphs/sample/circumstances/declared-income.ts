import type { Fen } from '../../../schema/values/yuan';
import { percentOf, yuan, yuanBetween } from '../money';
import type { Random } from '../random';
import type { Citizen } from './citizen';
import { earningsOf } from './work';

/** What a member declares to earn a month, by the four heads of income. */
export interface DeclaredIncome {
  readonly wages: Fen;
  readonly business: Fen;
  readonly property: Fen;
  readonly transfer: Fen;
}

const nothing = yuan(0);

/** Most declare what is so; obligors and the dead declare nothing. */
export function declaredIncome(citizen: Citizen, random: Random): DeclaredIncome {
  const { place, diedOn, trap, age, benefit, work } = citizen;
  if (place !== 'MEMBER' || diedOn) {
    return { wages: nothing, business: nothing, property: nothing, transfer: nothing };
  }
  const { wages, business } = earningsOf(work);
  const support = age >= 60 && random.chance(0.15) ? yuanBetween(random, 50, 200, 50) : nothing;
  return {
    wages: declaredWages(wages, trap, random),
    business,
    property: age >= 30 && random.chance(0.01) ? yuanBetween(random, 100, 600, 50) : nothing,
    transfer: ((benefit?.monthly ?? 0) + support) as Fen,
  };
}

function declaredWages(wages: Fen, trap: Citizen['trap'], random: Random): Fen {
  if (trap === 'UNDECLARED_EMPLOYMENT') return nothing;
  return trap === 'INCOME_UNDERSTATED' ? percentOf(wages, random.between(10, 25)) : wages;
}
