import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Assessment, Finding, SettledFinding } from './assessment';
import { estimateOf } from './estimate/estimate';
import type { Facts } from './facts/facts';
import { conclusionOf } from './findings/conclusion';
import { outcomeOf } from './findings/outcome';
import { settle } from './findings/settle';
import { Household } from './household/household';
import { noIncome, toldIncome } from './income/household-income';
import type { Policy } from './policy/policy';
import { rules } from './rules';
import type { Rule } from './rules/rule';

/**
 * Assesses a household by the rules of one edition, as on a day. Pure: the same facts, policy and day give the same
 * assessment. `settled` are findings that people have judged on a visit (RULES.md, After a visit).
 */
export function assess(
  facts: Facts,
  policy: Policy,
  on: CalendarDate,
  settled: readonly SettledFinding[] = [],
): Assessment {
  const { edition } = policy;
  const household = new Household(facts, policy, on);
  const isCovered = facts.application.program === edition.program;
  const findings = rules
    .filter((rule) => (isCovered ? speaksOf(rule, household) : rule.code === 'PURPOSE_MISMATCH'))
    .flatMap((rule) => findingsOf(rule, household, settled));
  const outcome = outcomeOf(findings);
  return {
    program: edition.program,
    outcome,
    conclusion: conclusionOf(edition.program, outcome, findings),
    edition,
    assessedOn: on,
    income: isCovered ? toldIncome(household) : noIncome,
    estimate: isCovered ? estimateOf(household, outcome) : null,
    findings,
    unanswered: isCovered ? household.unanswered : [],
  };
}

/** Where nobody lives, and where the rolls settle the matter, most rules have nothing to say. */
function speaksOf({ ofTheDead, ofMeans }: Rule, { counted, meetsByRoll }: Household): boolean {
  if (counted.length === 0) return ofTheDead === true;
  return !(meetsByRoll && ofMeans);
}

function findingsOf(
  rule: Rule,
  household: Household,
  settled: readonly SettledFinding[],
): readonly Finding[] {
  const entry = household.policy.edition.rules.get(rule.code);
  return entry ? settle(rule, entry, household, settled) : [];
}
