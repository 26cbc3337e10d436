import type { Finding, Outcome } from '../assessment';

/** What the findings come to (RULES.md, principle 7). A REVIEW that people have judged holds nothing up any more. */
export function outcomeOf(findings: readonly Finding[]): Outcome {
  const effects = new Set(
    findings.filter(({ effect, judged }) => !(effect === 'REVIEW' && judged)).map(({ effect }) => effect),
  );
  if (effects.has('BARS')) return 'FAILS';
  if (effects.has('UNSETTLED')) return 'UNDETERMINED';
  return effects.has('REVIEW') ? 'NEEDS_REVIEW' : 'MEETS';
}
