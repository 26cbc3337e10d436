import { readFileSync } from 'node:fs';
import { differences } from '../../gateway/trials/compare';
import type { Expectation } from '../../gateway/trials/read-case';
import { assessmentView } from '../../subgraphs/eligibility/assessment-view';
import { assess } from '../../subgraphs/eligibility/engine/assess';
import type { Assessment } from '../../subgraphs/eligibility/engine/assessment';
import { readFacts } from '../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../subgraphs/eligibility/policies/load-policies';
import { assessEngineCase, engineCases, type EngineCase } from '../support/eligibility/engine-cases.cjs';
import { isTold, toldCases } from './told-cases';

/** Something that is tried on the engine. */
export interface Trial {
  readonly title: string;
  /** What is otherwise than expected, a line each. */
  readonly run: () => readonly string[];
}

/** An assessment of a worked case, as capture.cjs kept it. */
interface Captured {
  readonly title: string;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly expected: Expectation;
  readonly places: readonly (readonly [string, string])[];
}

const policies = loadPolicies();

/** The worked cases, which were captured in a file, the engine cases, and what is told besides. */
export function trialsOf(file: string): readonly Trial[] {
  const captured = JSON.parse(readFileSync(file, 'utf8')) as readonly Captured[];
  return [
    ...captured.map((of) => ({ title: of.title, run: () => workedCase(of) })),
    ...engineCases.map((of) => ({ title: of.title, run: () => engineCase(of) })),
    ...toldCases.map((of) => ({ title: of.title, run: () => (isTold(of) ? [] : ['it is told otherwise']) })),
  ];
}

/** The same comparison as that of npm run scenarios. */
function workedCase({ sent, expected, places }: Captured): readonly string[] {
  const on = expected.on;
  const assessment = assess(readFacts(sent), policies.inForce(expected.program, on), on);
  const { outcome, findings, unanswered, estimate, income } = assessmentView(assessment);
  const { items, ...amounts } = income;
  const placeOf = new Map(places);
  return differences(expected, {
    outcome,
    findings: findings.map(({ code, effect, person }) => ({
      code,
      effect,
      place: person && (placeOf.get(person.id) ?? 'somebody else'),
    })),
    unanswered: unanswered.map(({ registry }) => registry),
    estimate: estimate && { ...estimate },
    income: amounts,
    heads: items.map(({ head }) => head),
  });
}

function engineCase(given: EngineCase): readonly string[] {
  const { expected } = given;
  const received = assessEngineCase(given, { assess, readFacts, policies }) as Assessment;
  const told = received.findings.map(({ code, effect }) => `${code} ${effect}`);
  const isEstimated =
    expected.lumpSum === undefined || (received.estimate?.lumpSum ?? null) === expected.lumpSum;
  return [
    ...(received.outcome === expected.outcome ? [] : [`the outcome is ${received.outcome}`]),
    ...expected.findings.filter((finding) => !told.includes(finding)),
    ...(isEstimated ? [] : ['the estimate is another']),
  ];
}
