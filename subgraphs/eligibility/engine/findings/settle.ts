import type { Finding, SettledFinding } from '../assessment';
import type { Household } from '../household/household';
import type { Effect, LegalBasis, RuleEntry } from '../policy/policy';
import type { Draft, Rule } from '../rules/rule';

/** Makes findings of what a rule found: which effect each has, by the edition and by what people have settled. */
export function settle(
  rule: Rule,
  entry: RuleEntry,
  household: Household,
  settled: readonly SettledFinding[],
): readonly Finding[] {
  return rule.find(household).map((draft) => {
    const verdict = rule.onlyByRegistry ? undefined : verdictOn(codeOf(rule, entry, draft), draft, settled);
    const effect = effectOf(entry, draft, verdict);
    return {
      code: codeOf(rule, entry, draft),
      effect: effect === 'BARS' && mightNotBar(rule, household, draft) ? 'UNSETTLED' : effect,
      person: draft.person?.id ?? null,
      message: verdict === 'REFUTED' ? `经核实不成立：${draft.message}` : draft.message,
      basis: basisOf(entry, draft, household),
      evidence: draft.evidence ?? [],
      judged: verdict !== undefined,
    };
  });
}

function codeOf(rule: Rule, entry: RuleEntry, draft: Draft): Finding['code'] {
  const bars = (draft.effect ?? entry.effect) === 'BARS';
  return bars && entry.barsAs !== null ? entry.barsAs : rule.code;
}

function effectOf(entry: RuleEntry, draft: Draft, verdict: SettledFinding['verdict'] | undefined): Effect {
  if (verdict === 'REFUTED') return 'NOTE';
  if (verdict === 'CONFIRMED' && entry.barsWhenConfirmed) return 'BARS';
  return draft.effect ?? entry.effect;
}

function verdictOn(
  code: Finding['code'],
  { person, evidence = [] }: Draft,
  settled: readonly SettledFinding[],
): SettledFinding['verdict'] | undefined {
  const restsOnAll = (recordIds: readonly string[]) =>
    recordIds.length === evidence.length && evidence.every(({ recordId }) => recordIds.includes(recordId));
  return settled.find(
    (one) =>
      one.code === code &&
      one.person === (person?.id ?? null) &&
      (one.recordIds === undefined || restsOnAll(one.recordIds)),
  )?.verdict;
}

/** A finding bars only if it would however the unanswered checks came to be answered (RULES.md, principle 3). */
function mightNotBar(
  { ofMeans }: Rule,
  household: Household,
  { restsOn = [], isUncertain = false }: Draft,
): boolean {
  // Whoever is on a roll may not be asked for income and property at all.
  const answers = ofMeans ? [...restsOn, ...household.answersOfRolls] : restsOn;
  return isUncertain || answers.some((answer) => !household.isAnswered(answer));
}

/** A finding that was measured by an assumed figure says so. */
function basisOf({ basis }: RuleEntry, { cites = [] }: Draft, { policy, facts }: Household): LegalBasis {
  const { standard, edition } = policy;
  const residence = facts.residence === 'URBAN' ? 'urban' : 'rural';
  const isAssumed = (name: (typeof cites)[number]) => {
    if (name === 'standard') return standard.assumed.has(residence);
    if (name === 'announcement') return standard.assumed.has('announcedOn');
    return edition.parameters[name]?.assumed === true;
  };
  return { ...basis, assumed: basis.assumed || cites.some(isAssumed) };
}
