import type { Answer, Household } from '../household/household';
import type { Person } from '../household/person';
import type { ParameterName } from '../policy/parameters';
import { areaOf, homesOf, squareMetre, type Home } from './homes';

/** The figures by which homes are counted and measured. */
export const homeParameters = [
  'minimumHousingArea',
  'housingAreaMultiple',
  'dangerGradesNotCounted',
] as const satisfies readonly ParameterName[];

/** The homes of those whose property the program judges. */
export function countedHomes(household: Household): readonly Home[] {
  return homesOf(household, household.owners, household.counted);
}

/** At least two, and more floor area a member than the multiple of the least housing. */
export function isAboveLimit(household: Household, homes: readonly Home[]): boolean {
  const limit = household.parameter('housingAreaMultiple') * household.parameter('minimumHousingArea');
  return homes.length >= 2 && areaOf(homes) > limit * household.counted.length * squareMetre;
}

/** Whether the bar would fall if homes held in part, or of doubtful share, were left out. */
export function restsOnJointHomes(household: Household, homes: readonly Home[]): boolean {
  return !isAboveLimit(
    household,
    homes.filter(({ share }) => share === 'whole'),
  );
}

/**
 * The answers that might take a home out of the count, or somebody from those among whom it is shared: any title or
 * appraisal of a member can show that a home is dangerous, or whose it is.
 */
export function answersOnHomes(household: Household): readonly Answer[] {
  return [
    ...household.livesOf(household.counted),
    ...household.answersOf(household.owners, 'realEstate'),
    ...household.answersOf(household.counted, ...appraisals(household)),
  ];
}

/** Where no danger grade takes a home out of the count, appraisals say nothing. */
export function appraisals(household: Household): readonly 'housingWorks'[] {
  return household.parameter('dangerGradesNotCounted').length > 0 ? ['housingWorks'] : [];
}

/** The one owner of all homes, if there is one. */
export function soleOwner(household: Household, homes: readonly Home[]): Person | undefined {
  const owners = new Set(homes.flatMap(({ titles }) => titles.map(({ owner }) => owner)));
  return owners.size === 1 ? household.counted.find(({ id }) => owners.has(id)) : undefined;
}
