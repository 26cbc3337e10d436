import type { Assessment, Finding } from '../../eligibility/engine/assessment';
import { isJudgeable } from '../process/judgeable';

/** The findings that have to be verified on site before the report: those that a person has to judge, and nobody has. */
export function findingsToVisit({ findings }: Pick<Assessment, 'findings'>): readonly Finding[] {
  return findings.filter((finding) => finding.effect === 'REVIEW' && !finding.judged && isJudgeable(finding));
}
