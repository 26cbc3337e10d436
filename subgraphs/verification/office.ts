import type { SigningKey } from '../../schema/wire/caller';
import type { GraphClient } from '../../schema/wire/graph-client';
import type { Policies } from '../eligibility/policies/policies';
import type { Clocks } from './clocks/load-clocks';
import type { Records } from './store/records';

/** What the check centre works with: its own records, the way to the graph, the rules, and the key of its seal. */
export interface Office extends Records {
  readonly graph: GraphClient;
  readonly policies: Policies;
  readonly clocks: Clocks;
  /** Signs reports. */
  readonly signer: SigningKey;
  readonly clock: () => Date;
  /** So many random bits, for numbers that nobody guesses. */
  readonly random: (bytes: number) => Uint8Array;
  /** Told that something may be due. */
  readonly wake: () => void;
}
