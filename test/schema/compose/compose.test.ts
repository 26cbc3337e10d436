import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { compose, composeAll } from '../../../schema/compose';
import { departmentSdl, departmentsWithSchema } from '../../../schema/department-sdl';
import { packageRoot } from '../../../schema/package-root';

const person = 'type Person @key(fields: "id", resolvable: false) { id: ID! @authenticated }';

/** Composes the departments of this graph with one more, which begins like all of them. */
function withDepartment(own: string) {
  const sdl = own.includes('type Person ') ? own : `${own}\n${person}`;
  const known = departmentsWithSchema().map((name) => ({ name, sdl: departmentSdl(name) }));
  return compose([...known, { name: 'planted', sdl: `${read('schema/common.graphql')}\n${sdl}` }]);
}

/** The composition fails and lists these problems and no others, each a line. */
function expectRefused(sdl: string, ...problems: readonly (string | RegExp)[]): void {
  const told = refusalOf(() => withDepartment(sdl)).split('\n');
  expect(told[0]).toBe('The departments do not compose:');
  const lines = told.slice(1).filter((line) => /^ {2}\S/.test(line));
  expect(lines).toHaveLength(problems.length);
  problems.forEach((problem, index) => expect(lines[index]).toMatch(problem));
}

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
}

/** What is ours in a schema and says nothing of itself, as Type, Type.field or Type.field(argument). */
function undescribed(schema: GraphQLSchema): string[] {
  const isOurs = ({ name, astNode }: GraphQLNamedType) => astNode && !name.includes('__');
  const found: string[] = [];
  const expectDescribed = (
    place: string,
    { description }: { readonly description?: string | null | undefined },
  ) => {
    if (!description) found.push(place);
  };
  for (const type of Object.values(schema.getTypeMap()).filter(isOurs)) {
    expectDescribed(type.name, type);
    if (isEnumType(type))
      type.getValues().forEach((value) => expectDescribed(`${type.name}.${value.name}`, value));
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(
      type.getFields(),
    );
    for (const field of fields) {
      expectDescribed(`${type.name}.${field.name}`, field);
      for (const argument of 'args' in field ? field.args : []) {
        expectDescribed(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
  return found;
}

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');

describe('The composition', () => {
  it('is the one in the generated files', () => {
    const { supergraph, api } = composeAll();
    expect(supergraph === read('schema/supergraph.graphql')).toBe(true);
    expect(api === read('schema/api.graphql')).toBe(true);
  });

  it('takes a department that guards what it adds', () => {
    const { api } = withDepartment(`
      type Query { "A thing." thing: Thing @authenticated }
      "A thing." type Thing @requiresScopes(scopes: [["registry:read"]]) { "Its name." name: String }
    `);
    expect(api).toContain('type Thing');
  });

  it('refuses a field that asks for nothing and whose type asks for nothing', () => {
    expectRefused(
      'type Query { open: String guarded: Thing @authenticated } type Thing { bare: String kept: String @authenticated }',
      'Query.open needs @authenticated or @requiresScopes',
      'Thing.bare needs @authenticated or @requiresScopes',
    );
  });

  it('refuses such a field on a type that another department guards field by field', () => {
    expectRefused(
      'type Person @key(fields: "id") { id: ID! @authenticated nickname: String }',
      'Person.nickname needs @authenticated or @requiresScopes',
    );
  });

  it('refuses departments that do not fit together, naming the place', () => {
    expectRefused(
      'type Application @shareable @requiresScopes(scopes: [["household:read"]]) { number: Int! }',
      /Type of field "Application\.number" is incompatible across subgraphs/,
    );
  });

  it('refuses what the composition only hints at, naming the place', () => {
    expectRefused(
      'enum Residence { "城镇" URBAN "农村" RURAL NOMADIC }',
      /Value "NOMADIC" of enum type "Residence" .* subgraph "planted"/,
    );
  });
});

describe('What departments share', () => {
  it('is described, whether clients see it or not', () => {
    const supergraph = buildSchema(read('schema/supergraph.graphql'), { assumeValidSDL: true });
    expect(supergraph.getType('CheckSubject')).toBeDefined();
    expect(undescribed(supergraph)).toEqual([]);
  });
});

describe('What clients see', () => {
  const api = buildSchema(read('schema/api.graphql'));
  const types = Object.values(api.getTypeMap()).filter(
    ({ name, astNode }) => !name.startsWith('__') && astNode,
  );

  it('is described: every type, field, argument, input field and value', () => {
    expect(types.length).toBeGreaterThan(60);
    expect(undescribed(api)).toEqual([]);
  });

  it('holds neither the subjects of a question nor what federation needs', () => {
    const fields = types.flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => [type, field] as const) : [],
    );
    const names = types.map(({ name }) => name);
    expect(names.filter((name) => /^(_|CheckSubject|SubjectRole)/.test(name))).toEqual([]);
    expect(
      fields
        .filter(([, { name }]) => name.startsWith('_') || name === 'householdId')
        .map(([{ name }, field]) => `${name}.${field.name}`),
    ).toEqual([
      // The household in which somebody is on a roll; the key of the namespaces is not shown.
      'AssistanceRollRecord.householdId',
      // Those that are verified.
      'BatchFailure.householdId',
      'Verification.householdId',
    ]);
    expect(fields.some(([, { type }]) => getNamedType(type).name === 'CheckSubject')).toBe(false);
  });

  it('never promises a check’s records without its status', () => {
    const checks = types
      .filter(isObjectType)
      .filter((type) => type.name.endsWith('Check') && 'records' in type.getFields());
    expect(checks.length).toBeGreaterThanOrEqual(5);
    for (const check of checks) {
      expect(check.getInterfaces().map(({ name }) => name)).toEqual(['RegistryCheck']);
      expect(String(check.getFields()['status']?.type)).toBe('CheckStatus!');
    }
  });
});
