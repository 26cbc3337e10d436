import type { Table } from '../../../../gateway/trials/half-year/published-table';

/** Twelve families of all programs, for the code that makes the three thousand of the published table. */
export const smallTable: Table = {
  MINIMUM_LIVING_ALLOWANCE: { households: 5, persons: 13 },
  TEMPORARY_ASSISTANCE: { households: 3, persons: 11 },
  MEDICAL_ASSISTANCE: { households: 1, persons: 3 },
  SPECIAL_HARDSHIP_SUPPORT: { households: 2, persons: 2 },
  HOUSING_ASSISTANCE: { households: 1, persons: 4 },
};

export const smallSeed = 5;
