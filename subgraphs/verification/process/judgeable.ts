import type { Finding } from '../../eligibility/engine/assessment';
import { rules } from '../../eligibility/engine/rules';

/** Findings that only the registry itself can answer or correct. */
const onlyByRegistry: ReadonlySet<string> = new Set(
  rules.filter((rule) => rule.onlyByRegistry).map(({ code }) => code),
);

/** Whether people can settle a finding, by a visit or by other proof. */
export function isJudgeable({ code }: Pick<Finding, 'code'>): boolean {
  return !onlyByRegistry.has(code);
}
