/** Whose work it is: a member's of a poor or a less poor family, or an obligor's. */
export type Standing = 'POOR' | 'MODEST' | 'OBLIGOR';

export type WorkKind = 'EMPLOYED' | 'SELF_EMPLOYED' | 'CASUAL' | 'NONE';

interface WorkShares {
  readonly shares: readonly (readonly [WorkKind, number])[];
  /** From and to, in yuan a month: an employee's, a casual worker's, a small trader's. */
  readonly wages: readonly [number, number];
  readonly casual: readonly [number, number];
  readonly trade: readonly [number, number];
}

/**
 * How people from 18 to 59 live, and of how much. Made up at the level of 2018 (minimum wage in the district
 * 1,500 yuan, allowance 546 urban and 410 rural), so that most families under the allowance stay below it, and
 * that about 2 % of people have an account at the provident fund and 4 % a business.
 */
export const workShares: Readonly<Record<Standing, WorkShares>> = {
  POOR: {
    shares: [
      ['EMPLOYED', 0.045],
      ['SELF_EMPLOYED', 0.035],
      ['CASUAL', 0.5],
      ['NONE', 0.42],
    ],
    wages: [1500, 2600],
    casual: [200, 1100],
    trade: [300, 1200],
  },
  MODEST: {
    shares: [
      ['EMPLOYED', 0.2],
      ['SELF_EMPLOYED', 0.06],
      ['CASUAL', 0.44],
      ['NONE', 0.3],
    ],
    wages: [1700, 4500],
    casual: [800, 2600],
    trade: [800, 3000],
  },
  OBLIGOR: {
    shares: [
      ['EMPLOYED', 0.3],
      ['SELF_EMPLOYED', 0.07],
      ['CASUAL', 0.46],
      ['NONE', 0.17],
    ],
    wages: [2000, 7000],
    casual: [1200, 3500],
    trade: [1500, 5000],
  },
};

/** From 60 to 64 some still work by the day. */
export const oldShares: readonly (readonly [WorkKind, number])[] = [
  ['CASUAL', 0.1],
  ['NONE', 0.9],
];
