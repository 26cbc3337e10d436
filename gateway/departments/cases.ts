import type { EntityVariables } from './entities';

/** No household number is longer: a longer id can only be one that does not exist. */
const longestNumber = 40;

/**
 * The numbers of the households that a fetch is about: those of its entities, else those that its variables ask for.
 */
export function casesOf({ representations, ...asked }: EntityVariables): readonly string[] {
  const given = representations
    ? representations.map(
        ({ householdId, __typename, id }) => householdId ?? (__typename === 'Household' && id),
      )
    : Object.values(asked).flat();
  const numbers = given.filter(
    (number): number is string => typeof number === 'string' && number.length <= longestNumber,
  );
  return [...new Set(numbers)];
}
