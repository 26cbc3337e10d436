import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../schema/package-root';
import type { GraphAnswer, GraphClient } from '../../../../schema/wire/graph-client';
import { assessmentView } from '../../../../subgraphs/eligibility/assessment-view';
import { assess } from '../../../../subgraphs/eligibility/engine/assess';
import { readFacts } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { askTier } from '../../../../subgraphs/verification/facts/ask-tier';
import type { Attempt } from '../../../../subgraphs/verification/facts/attempt';
import { mergedFacts } from '../../../../subgraphs/verification/facts/merged-facts';
import { stillSilent } from '../../../../subgraphs/verification/facts/still-silent';
import { now, openDistrict, type District } from '../../../support/district';
import { sampleFamilies } from '../../../support/sample-families';

const policies = loadPolicies();
const registries = sampleFamilies();
const ids = (registries['households'] ?? []).map((household) => household['household_id']!);

let district: District;
/** Departments that do not answer just now. */
const down = new Set<string>();

beforeAll(async () => {
  district = await openDistrict({ registries });
  for (const department of district.graph.departments) {
    const execute = department.execute.bind(department);
    jest
      .spyOn(department, 'execute')
      .mockImplementation((exchange, call) =>
        down.has(department.subgraph.name)
          ? Promise.reject(new Error('the test has this department fail'))
          : execute(exchange, call),
      );
  }
});
afterAll(() => district.close());

const published = (operation: string) =>
  readFileSync(join(packageRoot, `schema/operations/${operation}.graphql`), 'utf8');

const graph: GraphClient = {
  ask: async ({ operation, variables, reason }): Promise<GraphAnswer> => {
    const { data, errors } = await district.ask(published(operation), {
      role: 'verification',
      variables,
      reason,
    });
    return { data: data ?? null, errors: errors };
  },
};

/** Asks each tier until nobody is silent; `outages` are the departments that fail at each time. */
async function verify(outages: readonly (readonly string[])[]): Promise<ReadonlyMap<string, Attempt[]>> {
  const attempts = new Map<string, Attempt[]>(ids.map((id) => [id, []]));
  for (const tier of ['MUNICIPAL', 'DISTRICT'] as const) {
    for (const [index, failing] of outages.entries()) {
      down.clear();
      failing.forEach((name) => down.add(name));
      const households = ids.map((id) => {
        const earlier = attempts.get(id)!.filter((attempt) => attempt.tier === tier);
        return { id, registries: stillSilent(tier, earlier) };
      });
      const question = { tier, purpose: 'APPLICATION_REVIEW', reason: '核对' } as const;
      for (const [id, answer] of await askTier(graph, { ...question, households })) {
        attempts.get(id)!.push({ ...answer, tier, number: index + 1, at: now });
      }
    }
  }
  return attempts;
}

function assessedOf(id: string, attempts: readonly Attempt[]) {
  const facts = readFacts(mergedFacts(id, attempts));
  const { program, appliedOn } = facts.application;
  return assessmentView(assess(facts, policies.inForce(program, appliedOn), appliedOn));
}

describe('The assessment of facts that were asked tier by tier', () => {
  const outages: Readonly<Record<string, readonly (readonly string[])[]>> = {
    'where all answer': [[]],
    'where departments fail at first': [
      ['public-security', 'taxation', 'housing'],
      ['civil-affairs'],
      ['public-security', 'education'],
      [],
    ],
  };

  it.each(Object.keys(outages))('is the graph’s own, %s', async (when) => {
    const attempts = await verify(outages[when]!);
    const { data, errors } = await district.ask(published('HouseholdOutcomes'), {
      role: 'assistance',
      variables: { ids },
    });
    expect(errors).toEqual([]);
    const told = data?.['households'] as readonly { readonly id: string; readonly eligibility: object }[];
    expect(told.map(({ id }) => id)).toEqual(ids);
    for (const { id, eligibility } of told) {
      expect(assessedOf(id, attempts.get(id)!)).toMatchObject(eligibility);
    }
  });

  it('is undetermined at best where a registry stays silent, and asks nobody else again', async () => {
    const attempts = await verify([['public-security'], ['public-security']]);
    const told = ids.map((id) => assessedOf(id, attempts.get(id)!));
    expect(told.map(({ outcome }) => outcome)).not.toContain('MEETS');
    const again = [...attempts.values()]
      .flat()
      .filter(({ tier, number }) => tier === 'MUNICIPAL' && number === 2);
    expect(new Set(again.flatMap(({ answers }) => Object.keys(answers)))).toEqual(
      new Set(['vehicles', 'residents']),
    );
  });
});
