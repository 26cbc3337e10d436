import type { Purpose } from '../../../schema/access/purposes';
import type { RuleCode } from '../../../subgraphs/eligibility/engine/rules/rule-code';
import type { Household } from '../../../subgraphs/sample/household';
import { seededRandom, type Random } from '../../../subgraphs/sample/random';
import type { AskAs, Clerk } from './ask-as';

/** What a finding is known by to those who settle it. */
export interface Finding {
  readonly id: string;
  readonly code: RuleCode;
  readonly effect: 'BARS' | 'UNSETTLED' | 'REVIEW' | 'NOTE';
  readonly needsVisit: boolean;
}

/** Where a verification stands, as documents tell it; what a document does not ask for stays as it was told last. */
export interface Standing {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly outcome?: string | null;
  readonly findings?: readonly Finding[];
  readonly attempts?: readonly { readonly number: number }[];
}

/** One family's case, as those who work on it know it. */
export class Case {
  /** What the family contests; null where it contests nothing. */
  objectedTo: Finding | null = null;
  isObjectionDecided = false;
  #standing: Standing = { id: '', state: 'DECLARED', version: 0 };

  constructor(
    readonly household: Household,
    private readonly ask: AskAs,
    private readonly seed: number,
  ) {}

  get standing(): Standing {
    return this.#standing;
  }

  get findings(): readonly Finding[] {
    return this.#standing.findings ?? [];
  }

  /** Whether somebody has decided. */
  get hasEnded(): boolean {
    return this.#standing.state === 'DECIDED' || this.#standing.state === 'MONITORED';
  }

  /** Whether a registry was silent at first, and was asked again. */
  get wasAskedAgain(): boolean {
    return (this.#standing.attempts ?? []).some(({ number }) => number > 1);
  }

  /** The caseworker of the family's own street. */
  get caseworker(): Clerk {
    const { code } = this.household.application.street;
    return { subject: `caseworker-${code}`, role: 'caseworker', divisions: [code] };
  }

  get verifier(): Clerk {
    return { subject: `verifier-${(this.household.application.index % 3) + 1}`, role: 'verifier' };
  }

  /** The case's stream of chances for one purpose. */
  dice(purpose: string): Random {
    return seededRandom(this.seed, this.household.application.index, `half-year ${purpose}`);
  }

  /** Has the household taken up. */
  async accept(): Promise<void> {
    const { householdId, street } = this.household.application;
    const input = {
      key: this.#key('AcceptApplication'),
      householdId,
      commissionedBy: `${street.name}办事处`,
    };
    await this.#told(this.caseworker, 'AcceptApplication', { input });
  }

  /** Makes a step by its document, on the version that is known. */
  step(clerk: Clerk, operation: string, said: object = {}, purpose?: Purpose): Promise<void> {
    const { id: verificationId, version: expectedVersion } = this.#standing;
    const input = { key: this.#key(operation), verificationId, expectedVersion, ...said };
    return this.#told(clerk, operation, { input }, purpose);
  }

  /** Looks the verification up, as its file has it. */
  async look<T extends Standing>(): Promise<T> {
    const { id } = this.#standing;
    await this.#told(this.caseworker, 'Verification', { id });
    return this.#standing as T;
  }

  async #told(clerk: Clerk, operation: string, variables: object, purpose?: Purpose): Promise<void> {
    const question = {
      ...{ operation, variables: { ...variables } },
      purpose: purpose ?? ('APPLICATION_REVIEW' as const),
    };
    this.#standing = { ...this.#standing, ...(await this.ask<Standing>(clerk, question)) };
  }

  #key(operation: string): string {
    return `${this.household.application.householdId}-${operation}-${this.#standing.version}`;
  }
}
