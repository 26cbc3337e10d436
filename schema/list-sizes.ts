import {
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** How many items a list may have, as `@listSize` says it of a field. */
export interface ListSize {
  /** The most that there are, where nothing below tells otherwise. */
  readonly assumed: number;
  /** The arguments that say how many items are asked for at most. */
  readonly slicing: readonly string[];
  /** The lists of the type that the field returns which have that size; none where the field itself is the list. */
  readonly sized: readonly string[];
}

/** List sizes by coordinate: `Household.members`. */
export type ListSizes = ReadonlyMap<string, ListSize>;

/** Reads every `@listSize` of a supergraph's schema, where composition has merged those of shared types. */
export function readListSizes(supergraph: GraphQLSchema): ListSizes {
  const directive = supergraph.getDirective('listSize');
  const sizes = new Map<string, ListSize>();
  for (const [coordinate, { astNode }] of fieldsOf(supergraph)) {
    const given = directive && astNode ? getDirectiveValues(directive, astNode) : undefined;
    if (!given) continue;
    const { assumedSize, slicingArguments, sizedFields } = given as Readonly<Partial<Given>>;
    if (typeof assumedSize !== 'number') throw new Error(`@listSize of ${coordinate} needs an assumedSize`);
    sizes.set(coordinate, {
      assumed: assumedSize,
      slicing: slicingArguments ?? [],
      sized: sizedFields ?? [],
    });
  }
  return sizes;
}

/** The lists of objects that clients see and that say of no size. What they cost could not be told. */
export function unsizedLists(supergraph: GraphQLSchema): string[] {
  const sizes = readListSizes(supergraph);
  return [...fieldsOf(supergraph)]
    .filter(([coordinate, field]) => isListOfObjects(field) && !isHidden(field) && !sizes.has(coordinate))
    .map(([coordinate]) => coordinate);
}

/** The arguments of the directive; null stands for one that is not given. */
interface Given {
  readonly assumedSize: number | null;
  readonly slicingArguments: readonly string[] | null;
  readonly sizedFields: readonly string[] | null;
}

type Field = GraphQLField<unknown, unknown>;

function* fieldsOf(schema: GraphQLSchema): Generator<readonly [string, Field]> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) yield [`${type.name}.${field.name}`, field];
  }
}

function isListOfObjects({ type }: Field): boolean {
  return isListType(getNullableType(type)) && isCompositeType(getNamedType(type));
}

function isHidden({ astNode }: Field): boolean {
  return astNode?.directives?.some(({ name }) => name.value === 'inaccessible') ?? false;
}
