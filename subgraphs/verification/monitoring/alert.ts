/** What may change so much that somebody has to look, in the order in which it is told. */
export const alertKinds = [
  'VEHICLE',
  'DEATH',
  'COMPANY',
  'MARRIAGE',
  'HOME',
  'INCOME_ABOVE_STANDARD',
] as const;

export type AlertKind = (typeof alertKinds)[number];

/** A material change that a re-check found (待核实预警). */
export interface Alert {
  readonly kind: AlertKind;
  /** Whom it concerns; null where it is the household. */
  readonly person: string | null;
  /** In Chinese, for the file. */
  readonly message: string;
  /** The findings that tell of it, in order. */
  readonly findingIds: readonly string[];
}
