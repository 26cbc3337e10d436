import type { Random } from '../random';
import { dottedNames, givenCharacters } from './given-names';

export type Sex = 'MALE' | 'FEMALE';

/** From this year of birth on, given names are of another fashion. */
const newFashion = 1985;

/** A made-up name of an ordinary form: a surname, then one or two characters. */
export function personName(random: Random, sex: Sex, surname: string, bornIn: number): string {
  const characters = givenCharacters[sex][bornIn < newFashion ? 'old' : 'young'];
  const first = random.pick<string>(characters);
  return surname + first + (random.chance(0.75) ? random.pick<string>(characters) : '');
}

/** A made-up name of a national minority, with a middle dot. */
export function dottedName(random: Random, sex: Sex): string {
  return `${random.pick<string>(dottedNames[sex])}·${random.pick<string>(dottedNames.second)}`;
}
