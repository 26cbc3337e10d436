import type { Outcome } from '../../eligibility/engine/assessment';
import type { Program, RegistryName } from '../../eligibility/engine/facts/facts';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';

/**
 * What the reports of a time came to. A `number` is counted; `number | null` is as it is told, null where it is not.
 * Programs and outcomes each sum to the total; findings and registries do not, since a household may have several.
 */
export interface Counts<N extends number | null> {
  readonly programs: readonly { readonly program: Program; readonly households: N; readonly persons: N }[];
  readonly outcomes: readonly { readonly outcome: Outcome; readonly households: N }[];
  readonly findings: readonly { readonly code: RuleCode; readonly households: N }[];
  readonly silentRegistries: readonly { readonly registry: RegistryName; readonly households: N }[];
}

/** Counts with all programs together. */
export interface Told extends Counts<number | null> {
  readonly total: { readonly households: number | null; readonly persons: number | null };
}
