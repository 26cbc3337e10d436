import type { Assessment, Finding } from '../../eligibility/engine/assessment';
import { findingIdOf } from '../process/finding-id';
import { alertKinds, type Alert, type AlertKind } from './alert';
import { isNewlyAbove } from './income-above';
import { isRefuted } from './is-refuted';
import { knownRowsOf, materialRowsOf } from './material-rows';

/** A finding that tells of a change of a kind. */
interface Change {
  readonly kind: AlertKind;
  readonly finding: Finding;
}

/**
 * What a re-check found changed so much that somebody has to look: one alert a kind and person, in a fixed order,
 * whatever the order of the findings.
 *
 * Rows are compared, not findings: the same vehicle under another rule or in other words is no change, and neither is
 * one that was refuted and comes again by the same rows. What a registry leaves unanswered is no change either way: it
 * raises nothing, and nothing that is gone is ever told as settled. An alert changes no benefit.
 */
export function alertsOf(before: Assessment, after: Assessment): readonly Alert[] {
  const raised = after.findings.filter((finding) => !isRefuted(finding));
  const changes = [
    ...newRows(before, raised),
    ...newDeaths(before, raised),
    ...raised
      .filter((finding) => isNewlyAbove(before, finding))
      .map((finding) => ({ kind: 'INCOME_ABOVE_STANDARD' as const, finding })),
  ];
  return alertKinds.flatMap((kind) => alertsOfKind(kind, changes));
}

function newRows({ findings }: Assessment, raised: readonly Finding[]): readonly Change[] {
  const known = knownRowsOf(findings);
  return raised.flatMap((finding) =>
    materialRowsOf(finding)
      .filter(({ rows }) => rows.some((row) => !known.has(row)))
      .map(({ kind }) => ({ kind, finding })),
  );
}

/** A person dies once, however many registries come to say so. */
function newDeaths({ findings }: Assessment, raised: readonly Finding[]): readonly Change[] {
  const isDeath = ({ code }: Finding) => code === 'MEMBER_DECEASED';
  const known = new Set(findings.filter(isDeath).map(({ person }) => person));
  return raised
    .filter((finding) => isDeath(finding) && !known.has(finding.person))
    .map((finding) => ({ kind: 'DEATH' as const, finding }));
}

function alertsOfKind(kind: AlertKind, changes: readonly Change[]): readonly Alert[] {
  const ofKind = changes.filter((change) => change.kind === kind).map(({ finding }) => finding);
  const people = [...new Set(ofKind.map(({ person }) => person))].sort(byPerson);
  return people.map((person) => alertOf(kind, person, ofKind));
}

function alertOf(kind: AlertKind, person: string | null, ofKind: readonly Finding[]): Alert {
  const found = new Map(
    ofKind.filter((finding) => finding.person === person).map((finding) => [findingIdOf(finding), finding]),
  );
  const findingIds = [...found.keys()].sort();
  const messages = findingIds.map((id) => found.get(id)?.message ?? '');
  return { kind, person, message: `${kindTerms[kind]}：${messages.join('')}`, findingIds };
}

/** The household before its people. */
function byPerson(one: string | null, other: string | null): number {
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

const kindTerms: Readonly<Record<AlertKind, string>> = {
  VEHICLE: '复核新发现机动车，待核实',
  DEATH: '复核新发现死亡登记，待核实',
  COMPANY: '复核新发现市场主体任职或投资，待核实',
  MARRIAGE: '复核新发现婚姻变动，待核实',
  HOME: '复核新发现房产，待核实',
  INCOME_ABOVE_STANDARD: '复核发现收入已不低于标准，待核实',
};
