import { assess } from '../../../subgraphs/eligibility/engine/assess';
import type { Assessment } from '../../../subgraphs/eligibility/engine/assessment';
import { readFacts, type Program } from '../../../subgraphs/eligibility/engine/facts/facts';
import { Household } from '../../../subgraphs/eligibility/engine/household/household';
import { loadPolicies } from '../../../subgraphs/eligibility/policies/load-policies';
import type { RandomCase, RawHousehold } from './random-household';
import type { AnswerFor } from './silence';

const policies = loadPolicies();

/** The assessment of a household as the graph tells of it, for the program that it applies for. */
export function assessed({ household, on }: RandomCase): Assessment {
  return assess(readFacts({ ...household }), policyFor(household, on), on);
}

/** The answers that the program reads, of people who are not known to be dead. */
export function answersRead({ household, on }: RandomCase): readonly AnswerFor[] {
  const { members, obligors, reading } = new Household(
    readFacts({ ...household }),
    policyFor(household, on),
    on,
  );
  return [
    ...members
      .filter(({ life }) => life !== 'dead')
      .flatMap(({ id }) => reading.members.map((registry) => ({ registry, person: id }))),
    ...obligors
      .filter(({ life }) => life !== 'dead')
      .flatMap(({ id }) => reading.obligors.map((registry) => ({ registry, person: id }))),
  ];
}

function policyFor({ application }: RawHousehold, on: RandomCase['on']) {
  return policies.inForce(application.program as Program, on);
}

/** An assessment without the order of its lists. */
export function unordered({ findings, unanswered, income, conclusion: _, ...rest }: Assessment) {
  const inOrder = (list: readonly unknown[]) => list.map((entry) => JSON.stringify(entry)).sort();
  return {
    ...rest,
    findings: inOrder(
      findings.map(({ evidence, ...finding }) => ({ ...finding, evidence: inOrder(evidence) })),
    ),
    unanswered: inOrder(unanswered),
    income: { ...income, items: inOrder(income.items) },
  };
}
