import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildASTSchema, Kind, parse, print } from 'graphql';
import { roles } from '../../../gateway/access/roles';
import { readAccessTable, unguardedFields } from '../../../schema/access/access-table';
import { withoutAccess } from '../../../schema/access/without-access';
import { packageRoot } from '../../../schema/package-root';

const read = (path: string) => parse(readFileSync(join(packageRoot, path), 'utf8'));
const supergraph = read('schema/supergraph.graphql');

const directives = `
  directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE
`;

describe('The access table of this graph', () => {
  const table = readAccessTable(supergraph);

  it('has a requirement for every field of every object and interface, of its own or its type’s', () => {
    const coordinates = supergraph.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? (node.fields ?? []).map(
            (field) => [node.name.value, `${node.name.value}.${field.name.value}`] as const,
          )
        : [],
    );
    expect(coordinates.length).toBeGreaterThan(100);
    expect(coordinates.filter(([type, field]) => !table.has(type) && !table.has(field))).toEqual([]);
    expect(unguardedFields(supergraph)).toEqual([]);
  });

  it('asks for scopes that some role holds', () => {
    const held = new Set<string>(Object.values(roles).flat());
    const asked = [...table.values()].flat(2);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((scope) => !held.has(scope))).toEqual([]);
  });

  it.each([
    ['Household', [['household:read']]],
    ['Query.person', [['identity:read']]],
    ['Person.id', [[]]],
    ['Person.name', [['identity:read']]],
    ['Person.idNumber', [['identity:read']]],
    ['Person.sex', [['identity:read']]],
    ['Person.birthDate', [['identity:read']]],
    ['HouseholdAssets.vehicles', [['household:read', 'registry:read']]],
    ['HouseholdRegistrations.deaths', [['household:read', 'registry:read']]],
  ])('asks for %s what was agreed', (coordinate, requirement) => {
    expect(table.get(coordinate)).toEqual(requirement);
  });

  it('asks for an interface what its implementations ask for', () => {
    for (const name of ['RegistryCheck', 'RegistryRecord']) {
      const fields = [...table].filter(
        ([coordinate]) => coordinate === name || coordinate.startsWith(`${name}.`),
      );
      expect(fields.flatMap(([, requirement]) => requirement.flat())).toContain('registry:read');
    }
  });
});

describe('An access table', () => {
  it('tells alternatives, sets of scopes and mere authentication apart', () => {
    const table = readAccessTable(
      parse(`${directives}
        type A @authenticated { x: Int @requiresScopes(scopes: [["a", "b"], ["c"]]) y: Int }
        interface B @requiresScopes(scopes: [[]]) { z: Int @authenticated @requiresScopes(scopes: [["a"]]) }
      `),
    );
    expect(Object.fromEntries(table)).toEqual({
      A: [[]],
      'A.x': [['a', 'b'], ['c']],
      B: [[]],
      'B.z': [['a']],
    });
  });

  it.each([
    '@requiresScopes',
    '@requiresScopes(scopes: "a")',
    '@requiresScopes(scopes: ["a"])',
    '@requiresScopes(scopes: [[1]])',
  ])('refuses %s, which would guard nothing', (directive) => {
    expect(() => readAccessTable(parse(`type A ${directive} { x: Int }`))).toThrow(/scope/);
  });

  it('lists unguarded fields of objects and interfaces alike', () => {
    const sdl =
      'type A { x: Int y: Int @authenticated } interface B { z: Int } type C @authenticated { w: Int }';
    expect(unguardedFields(parse(directives + sdl))).toEqual(['A.x', 'B.z']);
  });
});

describe('The supergraph without access directives', () => {
  const bare = withoutAccess(supergraph);

  it('holds none of them, and no link to them', () => {
    const text = print(bare);
    expect(print(supergraph)).toMatch(/requiresScopes/);
    expect(text).not.toMatch(/authenticated|requiresScopes|listSize|specs.apollo.dev\/cost/);
    expect(() => buildASTSchema(bare)).not.toThrow();
  });

  it('keeps every type and field', () => {
    const names = (document: typeof supergraph) => [...buildASTSchemaNames(document)];
    const lost = names(supergraph).filter((name) => !names(bare).includes(name));
    expect(lost.filter((name) => !/requiresScopes|authenticated|listSize|cost/.test(name))).toEqual([]);
    expect(names(bare).length).toBeGreaterThan(30);
  });
});

function buildASTSchemaNames(document: typeof supergraph): string[] {
  return document.definitions.flatMap((node) => {
    if (!('name' in node)) return [];
    const fields = 'fields' in node ? (node.fields ?? []) : [];
    return [node.name.value, ...fields.map((field) => `${node.name?.value}.${field.name.value}`)];
  });
}
