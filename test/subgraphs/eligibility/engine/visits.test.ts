import { assess } from '../../../../subgraphs/eligibility/engine/assess';
import type { Assessment } from '../../../../subgraphs/eligibility/engine/assessment';
import { readFacts } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { assessEngineCase, engineCases } from '../../../support/eligibility/engine-cases.cjs';

const engine = { assess, readFacts, policies: loadPolicies() };

describe('The engine', () => {
  it.each(engineCases)('$title', (given) => {
    const { outcome, findings, estimate } = assessEngineCase(given, engine) as Assessment;
    const told = findings.map(({ code, effect }) => `${code} ${effect}`);
    expect({ outcome, told }).toEqual({
      outcome: given.expected.outcome,
      told: expect.arrayContaining([...given.expected.findings]) as unknown,
    });
    if (given.expected.lumpSum !== undefined) {
      expect(estimate?.lumpSum ?? null).toBe(given.expected.lumpSum);
    }
  });
});
