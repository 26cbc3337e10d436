import type { Assessment, Finding } from '../../eligibility/engine/assessment';
import { rules } from '../../eligibility/engine/rules';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';

/**
 * What a visit cannot settle: what only a registry can answer or correct, and what another authority judges. Who is to
 * have medical assistance the health-insurance bureau decides (RULES.md, MEDICAL_NEEDS_REVIEW), whatever the check
 * centre sees on site.
 */
const notByVisit: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'MEDICAL_NEEDS_REVIEW',
  ...rules.filter(({ onlyByRegistry }) => onlyByRegistry).map(({ code }) => code),
]);

/** The findings that have to be verified on site before the report: those that a person has to judge, and nobody has. */
export function findingsToVisit({ findings }: Pick<Assessment, 'findings'>): readonly Finding[] {
  return findings.filter(
    ({ effect, judged, code }) => effect === 'REVIEW' && !judged && !notByVisit.has(code),
  );
}
