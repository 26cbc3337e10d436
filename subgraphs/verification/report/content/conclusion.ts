import { findingIdOf } from '../../process/finding-id';
import type { Outcome } from '../../../eligibility/engine/assessment';
import type { Effect } from '../../../eligibility/engine/policy/policy';
import type { Completeness, ConclusionWord, Report, ReportedFinding } from '../report';
import type { ReportSource } from '../report-source';
import { conclusionTerms, outcomeTerms } from './terms';

/** The effect whose findings explain an outcome. */
const decisive: Readonly<Partial<Record<Outcome, Effect>>> = {
  FAILS: 'BARS',
  NEEDS_REVIEW: 'REVIEW',
  UNDETERMINED: 'UNSETTLED',
};

export function completenessOf({ assessment }: ReportSource): Completeness {
  return assessment.unanswered.length === 0 ? 'COMPLETE' : 'PARTIAL';
}

/** The report's own words (domain: 核对结论); what was refuted has become a NOTE, and raises no doubt. */
export function conclusionOf(source: ReportSource): Report['conclusion'] {
  const word = wordOf(source);
  return { word, chinese: conclusionTerms[word] };
}

function wordOf(source: ReportSource): ConclusionWord {
  if (completenessOf(source) === 'PARTIAL') return 'PARTLY_UNVERIFIED';
  const hasDoubts = source.assessment.findings.some(({ effect }) => effect !== 'NOTE');
  return hasDoubts ? 'DOUBTS_FOUND' : 'NOTHING_FOUND';
}

/** What the findings come to, and because of which. */
export function outcomeOf(source: ReportSource, findings: readonly ReportedFinding[]): Report['outcome'] {
  const { outcome } = source.assessment;
  return {
    code: outcome,
    chinese: outcomeTerms[outcome],
    reasons: [
      ...(outcome === 'MEETS'
        ? reasonsToMeet(source, findings)
        : reasonsAgainst(outcome, openFindings(source, findings))),
      ...(outcome !== 'UNDETERMINED' && completenessOf(source) === 'PARTIAL'
        ? ['另有信息未能核对，见“未核对事项”。']
        : []),
    ],
  };
}

function reasonsAgainst(outcome: Outcome, open: readonly ReportedFinding[]): readonly string[] {
  return open
    .filter(({ effect }) => effect === decisive[outcome])
    .map(({ message, verdict }) => (verdict === 'CONFIRMED' ? `${message}（经核实属实）` : message));
}

/** Where all is well, what people have judged is why nothing holds it up any more. */
function reasonsToMeet({ settled }: ReportSource, findings: readonly ReportedFinding[]): readonly string[] {
  const judged = findings
    .filter(({ id }) => settled.some(({ findingId }) => findingId === id))
    .map(({ message, verdict }) => (verdict === 'CONFIRMED' ? `已由人核实：${message}` : message));
  return ['核对范围内未发现不符合条件的情形。', ...judged];
}

/** A REVIEW that people have judged holds nothing up any more. */
function openFindings({ assessment }: ReportSource, findings: readonly ReportedFinding[]) {
  const judgedReviews = new Set(
    assessment.findings.filter(({ effect, judged }) => effect === 'REVIEW' && judged).map(findingIdOf),
  );
  return findings.filter(({ id }) => !judgedReviews.has(id));
}
