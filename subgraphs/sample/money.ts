import type { Fen } from '../../schema/values/yuan';
import type { Random } from './random';

/** Whole yuan as fen. */
export function yuan(amount: number): Fen {
  return (amount * 100) as Fen;
}

/** An amount from `least` to `most` yuan, both included, in steps of `step` yuan. */
export function yuanBetween(random: Random, least: number, most: number, step = 10): Fen {
  return yuan(least + step * random.under(Math.floor((most - least) / step) + 1));
}

/** A percentage of an amount, rounded down to fen. */
export function percentOf(amount: Fen, percent: number): Fen {
  return Math.floor((amount * percent) / 100) as Fen;
}
