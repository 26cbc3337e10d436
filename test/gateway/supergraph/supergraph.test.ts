import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isEnumType, isObjectType, isScalarType } from 'graphql';
import { readSupergraph } from '../../../gateway/supergraph';
import { departmentsWithSchema, oversight } from '../../../schema/department-sdl';
import { packageRoot } from '../../../schema/package-root';

const supergraph = readSupergraph(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'));

describe('The supergraph that the gateway reads', () => {
  it('gives the planner a copy without access directives and keeps their table', () => {
    expect(supergraph.plannerSdl).not.toMatch(/requiresScopes|authenticated/);
    expect(supergraph.plannerSdl).toContain('@join__type');
    expect(supergraph.access.get('Household')).toEqual([['household:read']]);
  });

  it('gives each department its own schema, with entities and what they require', () => {
    expect([...supergraph.departments.keys()].sort()).toEqual([...departmentsWithSchema(), oversight].sort());
    const schema = supergraph.departments.get('public-security');
    const assets = schema?.getType('HouseholdAssets');
    expect(isObjectType(assets) && Object.keys(assets.getFields()).sort()).toEqual([
      'householdId',
      'subjects',
      'vehicles',
    ]);
    expect(schema?.getQueryType()?.getFields()['_entities']).toBeDefined();
    expect(schema?.getType('Household')).toBeUndefined();
    expect(isEnumType(schema?.getType('CheckStatus'))).toBe(true);
  });

  it('lets scalars refuse what is not of their form, in every department', () => {
    for (const schema of supergraph.departments.values()) {
      for (const name of ['Date', 'DateTime', 'Yuan']) {
        const scalar = schema.getType(name);
        expect(() => isScalarType(scalar) && scalar.serialize('of another form')).toThrow(`${name} expects`);
      }
    }
  });

  it('is refused where it is none', () => {
    expect(() => readSupergraph('type Query { a: Int }')).toThrow();
    expect(() => readSupergraph('not SDL')).toThrow();
  });
});
