import type { Program } from '../../../subgraphs/sample/families/programs';

/** Checks of households and of people (户次、人次). */
export interface Checks {
  readonly households: number;
  /** Members; obligors are asked about and not counted. */
  readonly persons: number;
}

/** The checks of each program. */
export type Table = Readonly<Record<Program, Checks>>;

/** The bureau's table of the first half of 2018 (a newspaper report of 2018 on the district's checks). */
export const publishedTable: Table = {
  MINIMUM_LIVING_ALLOWANCE: { households: 2268, persons: 5732 },
  TEMPORARY_ASSISTANCE: { households: 625, persons: 2318 },
  MEDICAL_ASSISTANCE: { households: 146, persons: 473 },
  SPECIAL_HARDSHIP_SUPPORT: { households: 156, persons: 177 },
  HOUSING_ASSISTANCE: { households: 43, persons: 122 },
};

/** All programs of a table together. */
export function totalOf(table: Table): Checks {
  const checks = Object.values(table);
  return {
    households: checks.reduce((sum, { households }) => sum + households, 0),
    persons: checks.reduce((sum, { persons }) => sum + persons, 0),
  };
}
