import { ValueError } from './value-error';

/**
 * Reads one of a closed list of words, such as 结婚 for MARRIAGE. `choices` maps each accepted word (the
 * Chinese term, the code of a standard) to its enum value; an enum value always stands for itself and need
 * not be listed. White space around the word is ignored, case is not.
 *
 *     parseChoice(cell, { 城镇: 'URBAN', 农村: 'RURAL' }) // 'URBAN' | 'RURAL'
 *
 * @throws ValueError for any other word; `expected` lists the accepted ones, never the one given.
 */
export function parseChoice<const Value extends string>(
  text: string,
  choices: Readonly<Record<string, Value>>,
): Value {
  const word = text.trim();
  // Own keys alone: 'constructor' is no word of any registry.
  const chosen = Object.hasOwn(choices, word) ? choices[word] : undefined;
  if (chosen !== undefined) return chosen;
  const values = Object.values(choices);
  const itself = values.find((value) => value === word);
  if (itself !== undefined) return itself;
  const accepted = new Set([...values, ...Object.keys(choices)]);
  throw new ValueError('it is none of the accepted words', `one of ${[...accepted].join(', ')}`);
}
