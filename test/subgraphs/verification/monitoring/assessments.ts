import type { CalendarDate } from '../../../../schema/values/calendar-date';
import type { Assessment, Finding } from '../../../../subgraphs/eligibility/engine/assessment';
import type { RegistryName } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { Edition } from '../../../../subgraphs/eligibility/engine/policy/policy';
import type { RuleCode } from '../../../../subgraphs/eligibility/engine/rules/rule-code';

/** A finding by its rule and the rows that it rests on, each as `registry/record`. */
export function found(
  code: RuleCode,
  rows: readonly `${RegistryName}/${string}`[],
  changes: Partial<Finding> = {},
): Finding {
  return {
    code,
    effect: 'REVIEW',
    person: 'yin',
    message: `${code}。`,
    basis: { document: '办法', article: null, effectiveFrom: '2017-04-01' as CalendarDate, assumed: false },
    evidence: rows.map((row) => {
      const [registry, recordId] = row.split('/') as [RegistryName, string];
      return { registry, recordId, asOf: '2018-06-01T00:00:00+08:00' };
    }),
    judged: false,
    ...changes,
  };
}

/** The same finding after a visit found it untrue. */
export function refuted(finding: Finding): Finding {
  return { ...finding, effect: 'NOTE', judged: true, message: `经核实不成立：${finding.message}` };
}

/** An assessment with these findings. */
export function assessment(...findings: readonly Finding[]): Assessment {
  return {
    program: 'MINIMUM_LIVING_ALLOWANCE',
    outcome: 'NEEDS_REVIEW',
    conclusion: '',
    edition: { id: 'MINIMUM_LIVING_ALLOWANCE-2017' } as Edition,
    assessedOn: '2018-06-11' as CalendarDate,
    income: {
      ...{ declaredMonthly: 0, assessedMonthly: 0, perCapitaMonthly: 0, monthlyStandard: 0 },
      items: [],
    } as unknown as Assessment['income'],
    estimate: null,
    findings,
    unanswered: [],
  };
}
