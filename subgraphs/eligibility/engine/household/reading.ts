import type { Program, RegistryName } from '../facts/facts';

/** Which registries a program reads for whom: those by which its rules go. */
export interface Reading {
  readonly members: readonly RegistryName[];
  readonly obligors: readonly RegistryName[];
}

/** Read for everybody, since they tell who lives. */
export const registriesOfLife = ['deaths', 'residents'] as const satisfies readonly RegistryName[];

/** From these comes income that was not declared. */
export const registriesOfIncome = [
  'socialInsurance',
  'taxes',
  'providentFund',
] as const satisfies readonly RegistryName[];

const civil: readonly RegistryName[] = ['marriages', 'deaths', 'assistanceRolls', 'residents'];

const means: readonly RegistryName[] = [
  'vehicles',
  'realEstate',
  'businesses',
  'presaleContracts',
  'housingWorks',
  ...registriesOfIncome,
];

const allowance: Reading = { members: [...civil, ...means, 'enrolments'], obligors: [] };

const readings: Readonly<Record<Program, Reading>> = {
  MINIMUM_LIVING_ALLOWANCE: allowance,
  TEMPORARY_ASSISTANCE: { members: [...civil, ...means], obligors: [] },
  MEDICAL_ASSISTANCE: allowance,
  SPECIAL_HARDSHIP_SUPPORT: {
    members: allowance.members,
    obligors: [
      'deaths',
      'residents',
      'assistanceRolls',
      'vehicles',
      'businesses',
      'realEstate',
      'housingWorks',
      ...registriesOfIncome,
    ],
  },
  HOUSING_ASSISTANCE: { members: [...civil, 'realEstate', 'housingWorks', 'publicRentals'], obligors: [] },
};

/** Where the rolls settle the matter, neither property nor income is read. */
const byRoll: Reading = { members: civil, obligors: [] };

export function readingOf(program: Program, meetsByRoll: boolean): Reading {
  return meetsByRoll ? byRoll : readings[program];
}
