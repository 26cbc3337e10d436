import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemFinder } from '../../../../gateway/limits/problem-of';
import { readSupergraph } from '../../../../gateway/supergraph';
import { departmentSdl, departmentsWithSchema } from '../../../../schema/department-sdl';
import { packageRoot } from '../../../../schema/package-root';
import { facts, registryNames } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { documentOf, tierDocument } from '../../../../subgraphs/verification/facts/tier-document';
import { registriesOf } from '../../../../subgraphs/verification/facts/registries-of';

const tiers = ['MUNICIPAL', 'DISTRICT'] as const;
const supergraph = readSupergraph(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'));
const problemOf = problemFinder(supergraph.schema);
const sdls = departmentsWithSchema().map((name) => departmentSdl(name));

describe('The documents by which the registries are asked', () => {
  it.each(tiers)('follow from the facts that the rules read: %s', (tier) => {
    const path = join(packageRoot, 'schema/operations', `${documentOf[tier]}.graphql`);
    expect(readFileSync(path, 'utf8')).toBe(tierDocument(tier, { facts: facts.selection, sdls }));
  });

  it('ask every registry that the rules read, each in one tier', () => {
    const asked = tiers.flatMap((tier) => registriesOf(tier));
    expect(asked.toSorted()).toEqual([...registryNames].sort());
  });

  it.each(tiers)('may be asked about 50 households by the check centre’s own role: %s', (tier) => {
    const included = registriesOf(tier).map((registry) => [registry, true]);
    const variables = {
      ids: Array<string>(50).fill('YB-2018-0001'),
      ...(Object.fromEntries(included) as Record<string, boolean>),
    };
    const query = tierDocument(tier, { facts: facts.selection, sdls });
    const request = { query, variables } as Parameters<typeof problemOf>[0];
    expect(problemOf(request, 'verification')).toBeNull();
  });

  it('ask of a registry that the rules come to read, once its department says its tier', () => {
    const read = '{ residence assets { boats { asOf } } registrations { pets { asOf } } }';
    const boats = 'type HouseholdAssets { boats: BoatCheck! @tag(name: "municipal") }';
    const pets = 'type HouseholdRegistrations { pets: PetCheck! @tag(name: "district") }';
    const sources = { facts: read, sdls: [boats, pets] };
    expect(tierDocument('MUNICIPAL', sources)).toContain('boats @include(if: $boats)');
    expect(tierDocument('MUNICIPAL', sources)).not.toContain('pets');
    expect(tierDocument('DISTRICT', sources)).toContain('pets @include(if: $pets)');
    expect(tierDocument('DISTRICT', sources)).not.toMatch(/boats|residence/);
    expect(() => tierDocument('DISTRICT', { ...sources, sdls: [boats] })).toThrow(
      'No department says by a tag which tier pets is of',
    );
  });
});
