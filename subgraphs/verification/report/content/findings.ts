import { findingIdOf } from '../../process/finding-id';
import type { Finding } from '../../../eligibility/engine/assessment';
import type { ReportedFinding, ReportedSettlement } from '../report';
import type { ReportSource } from '../report-source';
import { freeText } from './free-text';
import { abilityMessage, isOfObligor } from './obligors';

/** The findings, worst first as the assessment gives them; of obligors without the rows and the grounds. */
export function findingsOf(source: ReportSource): readonly ReportedFinding[] {
  return source.assessment.findings.map((finding) => {
    const { code, effect, person, basis, evidence } = finding;
    const { document, article, effectiveFrom, assumed } = basis;
    const id = findingIdOf(finding);
    return {
      ...{ id, code, effect, person },
      message: messageOf(finding, source),
      basis: { document, article, effectiveFrom, assumed },
      evidence: isOfObligor(finding, source)
        ? []
        : evidence.map(({ registry, recordId, asOf }) => ({ registry, recordId, asOf })),
      verdict: source.settled.findLast(({ findingId }) => findingId === id)?.verdict ?? null,
    };
  });
}

/** What people settled, and why. */
export function settlementsOf(
  { settled }: ReportSource,
  findings: readonly ReportedFinding[],
): readonly ReportedSettlement[] {
  return settled.map(({ findingId, by, verdict, note, on, evidence }) => ({
    findingId,
    finding: findings.find(({ id }) => id === findingId)?.message ?? null,
    ...{ by, verdict, on },
    note: freeText(note),
    evidence: evidence === null ? null : freeText(evidence),
  }));
}

function messageOf(finding: Finding, source: ReportSource): string {
  const isSilence = finding.code === 'CHECK_UNANSWERED';
  if (isSilence || !isOfObligor(finding, source)) return freeText(finding.message);
  const name = source.people.find(({ id }) => id === finding.person)?.declaredName ?? '';
  return freeText(abilityMessage(finding, name));
}
