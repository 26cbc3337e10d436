import { createHash } from 'node:crypto';
import type { Finding } from '../../eligibility/engine/assessment';

/**
 * Names a finding by the rule, the person and the rows that it rests on, as 16 hexadecimal digits. The same rows give
 * the same id in whichever assessment they are found, so that a visit or an objection can be told which finding it is
 * about, and a re-check can tell what is new. Neither its text, nor its effect, nor the order of the rows counts.
 */
export function findingIdOf(finding: Pick<Finding, 'code' | 'person' | 'evidence' | 'message'>): string {
  const { code, person, evidence } = finding;
  const rows = [...new Set(evidence.map(({ registry, recordId }) => `${registry}/${recordId}`))].sort();
  const named = JSON.stringify([code, person, rows, ...silenceOf(finding)]);
  return createHash('sha256').update(named).digest('hex').slice(0, 16);
}

/** What registries did not say of a person rests on no row: only the text tells one silent registry from another. */
function silenceOf({ code, message }: Pick<Finding, 'code' | 'message'>): readonly string[] {
  return code === 'CHECK_UNANSWERED' ? [message] : [];
}
