import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, isObjectType, parse } from 'graphql';
import { departmentsWithSchema, oversight } from '../../schema/department-sdl';
import { packageRoot } from '../../schema/package-root';
import { departments } from '../../subgraphs';
import { readSupergraph } from '../../gateway/supergraph';

const namespaces = ['HouseholdAssets', 'HouseholdRegistrations'];
/** Registries that no check is named after: households are made of them, or they answer another's check. */
const unnamed = ['households', 'members', 'authorisations', 'businessRoles', 'socialInsuranceBenefits'];

describe('The list of departments', () => {
  it('is that of the folders with a schema', () => {
    expect(departments.map(({ name }) => name).sort()).toEqual(departmentsWithSchema());
  });

  it('is, with the gateway’s own, that of the supergraph', () => {
    const sdl = readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8');
    expect([...readSupergraph(sdl).departments.keys()].sort()).toEqual(
      [...departmentsWithSchema(), oversight].sort(),
    );
  });

  it('has each name, registry and migration once', () => {
    const migrations = departments.flatMap((of) => of.migrations.map(({ name }) => `${of.name} ${name}`));
    for (const all of [
      departments.map(({ name }) => name),
      departments.map(({ chinese }) => chinese),
      departments.flatMap(({ registries }) => registries.map(({ name }) => name)),
      departments.flatMap(({ registries }) => registries.map(({ table }) => table)),
      migrations,
    ]) {
      expect(all.length).toBeGreaterThan(0);
      expect(new Set(all).size).toBe(all.length);
    }
  });

  it('has a field of the graph for every other registry, tagged with its tier', () => {
    const api = buildASTSchema(parse(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8')));
    const fields = namespaces.flatMap((namespace) => {
      const type = api.getType(namespace);
      return isObjectType(type) ? Object.keys(type.getFields()) : [];
    });
    const registries = departments
      .flatMap(({ registries }) => registries.map(({ name }) => name))
      .filter((name) => !unnamed.includes(name));
    expect(registries.sort()).toEqual(fields.sort());

    const supergraph = readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8');
    for (const { name, tier } of departments.flatMap((of) => of.registries)) {
      if (unnamed.includes(name)) continue;
      const field = supergraph.split('\n').find((line) => line.startsWith(`  ${name}: `));
      expect(`${name}: ${/@tag\(name: "(\w+)"\)/.exec(field ?? '')?.[1]}`).toBe(`${name}: ${tier}`);
    }
  });
});
