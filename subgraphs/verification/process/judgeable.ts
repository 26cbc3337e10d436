import type { Finding } from '../../eligibility/engine/assessment';
import { rules } from '../../eligibility/engine/rules';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';

/**
 * What the check centre cannot settle: what only a registry can answer or correct, and what another authority judges. Who
 * is to have medical assistance the health-insurance bureau decides (RULES.md, MEDICAL_NEEDS_REVIEW), whatever is seen on
 * site.
 */
const byOthers: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'MEDICAL_NEEDS_REVIEW',
  ...rules.filter((rule) => rule.onlyByRegistry).map(({ code }) => code),
]);

/** Whether people of the check centre can settle a finding, by a visit or by other proof. */
export function isJudgeable({ code }: Pick<Finding, 'code'>): boolean {
  return !byOthers.has(code);
}
