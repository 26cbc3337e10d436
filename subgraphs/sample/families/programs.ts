/**
 * 救助类别. `households` is how many of each were checked in the first half of 2018 (3,238 households with
 * 8,822 people); `urban` the share of urban ones, `means` how much they have, both assumed.
 */
export const programs = {
  MINIMUM_LIVING_ALLOWANCE: { households: 2268, urban: 0.6, means: 'POOR' },
  TEMPORARY_ASSISTANCE: { households: 625, urban: 0.65, means: 'MODEST' },
  MEDICAL_ASSISTANCE: { households: 146, urban: 0.6, means: 'MODEST' },
  SPECIAL_HARDSHIP_SUPPORT: { households: 156, urban: 0.25, means: 'POOR' },
  HOUSING_ASSISTANCE: { households: 43, urban: 0.85, means: 'POOR' },
} as const;

export type Program = keyof typeof programs;
