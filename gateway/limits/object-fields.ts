import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { readListSizes, unsizedLists, type ListSize } from '../../schema/list-sizes';

/** A field that returns an object or a list of them, as far as its cost goes. */
export interface ObjectField {
  /** The named type that it returns. */
  readonly type: string;
  readonly isList: boolean;
  /** The most that it returns, where no argument tells; 1 where it is no list. */
  readonly assumed: number;
  /** The arguments that say how many it returns at most, with what they are where they are left out. */
  readonly slicing: readonly SlicingArgument[];
  /** The argument that is a list: a field that is asked for by keys returns one object a key. */
  readonly keys: string | undefined;
  /** The lists below it that `slicing` sizes, instead of the field itself. */
  readonly sized: readonly string[];
}

interface SlicingArgument {
  readonly name: string;
  readonly byDefault: unknown;
}

/** By coordinate. Fields that return no object are left out: they cost nothing. */
export type ObjectFields = ReadonlyMap<string, ObjectField>;

/** Reads from a supergraph's schema what its fields return. Throws where a list of objects says of no size. */
export function readObjectFields(supergraph: GraphQLSchema): ObjectFields {
  const unsized = unsizedLists(supergraph);
  if (unsized.length > 0)
    throw new Error(`The supergraph has lists without @listSize: ${unsized.join(', ')}`);
  const sizes = readListSizes(supergraph);
  const fields = new Map<string, ObjectField>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      if (isCompositeType(getNamedType(field.type))) {
        fields.set(coordinate, objectField(field, sizes.get(coordinate)));
      }
    }
  }
  return fields;
}

function objectField({ type, args }: GraphQLField<unknown, unknown>, size?: ListSize): ObjectField {
  const isList = isListType(getNullableType(type));
  return {
    type: getNamedType(type).name,
    isList,
    assumed: size?.assumed ?? 1,
    slicing: (size?.slicing ?? []).map((name) => ({ name, byDefault: argument(args, name)?.defaultValue })),
    keys: isList ? args.find((one) => isListType(getNullableType(one.type)))?.name : undefined,
    sized: size?.sized ?? [],
  };
}

function argument(args: readonly GraphQLArgument[], name: string): GraphQLArgument | undefined {
  return args.find((one) => one.name === name);
}
