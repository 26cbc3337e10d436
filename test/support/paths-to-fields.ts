import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/** A field of the API with the shortest way to it from the root. */
export interface FieldPath {
  /** `Household.members` */
  readonly coordinate: string;
  /** The fields above it, from the root down. */
  readonly above: readonly Field[];
  readonly parent: GraphQLObjectType;
  readonly field: Field;
}

/** Every field of every object type that can be reached from the root, introspection apart. */
export function pathsToFields(schema: GraphQLSchema): readonly FieldPath[] {
  const query = schema.getQueryType();
  if (!query) throw new Error('the schema has no queries');
  const seen = new Map<GraphQLNamedType, readonly Field[]>([[query, []]]);
  const paths: FieldPath[] = [];
  // A Map goes on with whatever is added while it is walked: breadth first.
  for (const [parent, above] of seen) {
    if (!isObjectType(parent)) continue;
    for (const field of Object.values(parent.getFields())) {
      paths.push({ coordinate: `${parent.name}.${field.name}`, above, parent, field });
      const type = getNamedType(field.type);
      if (isCompositeType(type) && !seen.has(type)) seen.set(type, [...above, field]);
    }
  }
  return paths;
}

/** How a client may write the same question. */
export const writings: Readonly<Record<string, (path: FieldPath) => string>> = {
  directly: (path) => `{ ${nested(path, leafOf(path.field))} }`,
  'by aliases': (path) => `{ ${nested(path, leafOf(path.field, 'b'), 'a')} }`,
  'by a fragment': (path) =>
    `{ ${nested(path, '...f')} } fragment f on ${path.parent.name} { ${leafOf(path.field)} }`,
  'by fragments of fragments': (path) =>
    `{ ${nested(path, '...f')} } fragment f on ${path.parent.name} { ...g } ` +
    `fragment g on ${path.parent.name} { ... { ${leafOf(path.field)} } }`,
  'by an inline fragment that is skipped': (path) =>
    `query ($yes: Boolean = true) { ${nested(path, `... on ${path.parent.name} @skip(if: $yes) { ${leafOf(path.field)} }`)} }`,
  'through an interface': (path) => {
    const [seenAs] = path.parent.getInterfaces();
    const below = `... on ${path.parent.name} { ${leafOf(path.field)} }`;
    return `{ ${nested(path, seenAs ? `... on ${seenAs.name} { ${below} }` : below)} }`;
  },
};

function nested({ above }: FieldPath, innermost: string, alias?: string): string {
  return above.reduceRight(
    (inside, field) => `${alias ? `${alias}: ` : ''}${field.name}${argumentsOf(field)} { ${inside} }`,
    innermost,
  );
}

function leafOf(field: Field, alias?: string): string {
  const type = getNamedType(field.type);
  const below = isCompositeType(type) ? ' { __typename }' : '';
  return `${alias ? `${alias}: ` : ''}${field.name}${argumentsOf(field)}${below}`;
}

/** Values for what has to be given. */
function argumentsOf({ args }: Field): string {
  const given = args.flatMap(({ name, type, defaultValue }) =>
    isNonNullType(type) && defaultValue === undefined ? [`${name}: ${valueOf(type.ofType)}`] : [],
  );
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

function valueOf(type: GraphQLInputType): string {
  if (isListType(type)) return '["YB-1"]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  return String(type) === 'Date' ? '"2018-07-01"' : '"YB-1"';
}
