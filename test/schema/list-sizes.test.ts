import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import { compose } from '../../schema/compose';
import { departmentSdl, departmentsWithSchema } from '../../schema/department-sdl';
import { readListSizes, unsizedLists } from '../../schema/list-sizes';
import { packageRoot } from '../../schema/package-root';
import { apiSchema } from '../support/api-schema';

const supergraph = buildSchema(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'), {
  assumeValidSDL: true,
});
const directive =
  'directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION\n';

describe('The sizes of lists', () => {
  it('are there for every list of objects that clients see', () => {
    const sizes = readListSizes(supergraph);
    const lists = Object.values(apiSchema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.values(type.getFields())
            .filter(
              (field) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)),
            )
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(lists.length).toBeGreaterThan(40);
    expect(lists.filter((list) => !sizes.has(list))).toEqual([]);
    expect(unsizedLists(supergraph)).toEqual([]);
  });

  it('are read with the arguments that tell them', () => {
    expect(readListSizes(supergraph).get('Query.searchHouseholds')).toEqual({
      assumed: 100,
      slicing: ['first'],
      sized: ['edges'],
    });
    expect(readListSizes(supergraph).get('Household.members')).toMatchObject({ slicing: [], sized: [] });
  });

  it('are told to be missing by field, of interfaces too, and not of what no client sees', () => {
    const schema = buildSchema(
      `${directive} directive @inaccessible on FIELD_DEFINITION
      type Query { things: [Thing!]! sized: [Thing] @listSize(assumedSize: 3) words: [String!]! hidden: [Thing] @inaccessible }
      interface Named { names: [Thing] } type Thing { id: ID }`,
    );
    expect(unsizedLists(schema)).toEqual(['Query.things', 'Named.names']);
  });

  it('are refused where they say of no size', () => {
    const sdl =
      'type Query { things(first: Int): [Thing] @listSize(slicingArguments: ["first"]) } type Thing { id: ID }';
    expect(() => readListSizes(buildSchema(directive + sdl))).toThrow(
      '@listSize of Query.things needs an assumedSize',
    );
  });
});

describe('The composition', () => {
  it('refuses a department whose list of objects says of no size', () => {
    const known = departmentsWithSchema().map((name) => ({ name, sdl: departmentSdl(name) }));
    const planted = `${readFileSync(join(packageRoot, 'schema/common.graphql'), 'utf8')}
      type Query { "Things." things: [Thing!]! @authenticated }
      "A thing." type Thing @authenticated { "Its name." name: String "What is in it." parts: [Thing] @listSize(assumedSize: 2) }
      type Person @key(fields: "id", resolvable: false) { id: ID! @authenticated }`;
    expect(() => compose([...known, { name: 'planted', sdl: planted }])).toThrow(
      'The departments do not compose:\n  Query.things needs @listSize',
    );
  });
});
