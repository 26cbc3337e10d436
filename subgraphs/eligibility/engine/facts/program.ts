import { oneOf } from './field';

export const programs = [
  'MINIMUM_LIVING_ALLOWANCE',
  'TEMPORARY_ASSISTANCE',
  'MEDICAL_ASSISTANCE',
  'SPECIAL_HARDSHIP_SUPPORT',
  'HOUSING_ASSISTANCE',
] as const;

/** One of the five kinds of assistance. */
export type Program = (typeof programs)[number];

export const program = oneOf(...programs);
