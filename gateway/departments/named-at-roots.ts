/** A place among the arguments of a root field where somebody is named. */
export interface Place {
  /** The type that the field gives; whatever it gives where left out. */
  readonly returns?: string;
  /** The argument, and from there the fields of inputs, through lists too. */
  readonly path: readonly string[];
}

/** Where questions and mutations name whom they are about. */
export const namedAtRoots = {
  Household: [
    { returns: 'Household', path: ['id'] },
    { returns: 'Household', path: ['ids'] },
    { path: ['householdId'] },
    { path: ['householdIds'] },
    { path: ['input', 'householdId'] },
    { path: ['input', 'householdIds'] },
    { returns: 'VerificationConnection', path: ['filter', 'householdId'] },
  ],
  Person: [
    { returns: 'Person', path: ['id'] },
    { returns: 'Person', path: ['ids'] },
    { path: ['authorisations', 'personId'] },
    { path: ['input', 'authorisations', 'personId'] },
  ],
} as const satisfies Record<string, readonly Place[]>;

/** Whom root fields name. */
export type Named = keyof typeof namedAtRoots;

/** What root fields give that tells of households which nobody had to name: searches, and steps of a verification. */
export const findingHouseholds: ReadonlySet<string> = new Set([
  'HouseholdConnection',
  'Verification',
  'VerificationConnection',
  'VerificationAlert',
  'VerificationAlertConnection',
]);
