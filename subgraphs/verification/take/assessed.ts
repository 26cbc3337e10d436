import type { Assessment } from '../../eligibility/engine/assessment';
import { assess } from '../../eligibility/engine/assess';
import { readFacts, type Facts } from '../../eligibility/engine/facts/facts';
import type { Policy } from '../../eligibility/engine/policy/policy';
import type { Policies } from '../../eligibility/policies/policies';
import { mergedFacts } from '../facts/merged-facts';
import { settledFindings, type Verification } from '../process/verification';
import type { KeptAttempt } from '../store/attempts';

/** A verification's facts, as its registries answered, and what the rules make of them. */
export interface Assessed {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly assessment: Assessment;
  /** The attempts of its newest run. */
  readonly attempts: readonly KeptAttempt[];
}

/**
 * Assesses a verification from the answers that are kept, by the rules of the day of application, a re-check by those of
 * the day on which it was commissioned. What people have settled counts.
 */
export function assessed(
  verification: Verification,
  allAttempts: readonly KeptAttempt[],
  policies: Policies,
): Assessed {
  const { application, run, startedOn } = verification;
  const { householdId, program, appliedOn, kind } = application;
  const attempts = allAttempts.filter((attempt) => attempt.run === run);
  const facts = readFacts(mergedFacts(householdId, attempts));
  const on = kind === 'RECHECK' && startedOn ? startedOn : appliedOn;
  const policy = policies.inForce(program, on);
  return { facts, policy, attempts, assessment: assess(facts, policy, on, settledFindings(verification)) };
}
