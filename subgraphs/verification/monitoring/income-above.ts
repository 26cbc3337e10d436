import type { Assessment, Finding } from '../../eligibility/engine/assessment';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';
import { findingIdOf } from '../process/finding-id';
import { isRefuted } from './is-refuted';
import { materialRowsOf } from './material-rows';

const saysAbove: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'INCOME_ABOVE_STANDARD',
  'INCOME_INDICATED_ABOVE_STANDARD',
]);

/** Whether a finding says that income is not below the standard; hardship support's code says so of property too. */
function isIncomeAbove(finding: Finding): boolean {
  if (finding.code === 'LIVELIHOOD_ABOVE_LIMIT') return materialRowsOf(finding).length === 0;
  return saysAbove.has(finding.code);
}

/**
 * Whether income is above the standard by this finding, and was not before. Sums that an unanswered check might undo
 * (UNSETTLED) say nothing, and one that was above before stays above, by whichever rule; only where that was refuted
 * is another ground for it a change.
 */
export function isNewlyAbove(before: Assessment, finding: Finding): boolean {
  if (!isIncomeAbove(finding) || finding.effect === 'UNSETTLED') return false;
  const known = before.findings.filter(isIncomeAbove);
  const wasAbove = known.some((one) => !isRefuted(one));
  return !wasAbove && known.every((one) => findingIdOf(one) !== findingIdOf(finding));
}
