import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
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
  /** Where a client has to begin. */
  readonly operation: 'query' | 'mutation';
  /** The fields above it, from the root down. */
  readonly above: readonly Field[];
  readonly parent: GraphQLObjectType;
  readonly field: Field;
}

/** Every field of every object type that can be reached, by a query where one leads there; introspection apart. */
export function pathsToFields(schema: GraphQLSchema): readonly FieldPath[] {
  const seen = new Map<GraphQLNamedType, readonly Field[]>();
  return (['query', 'mutation'] as const).flatMap((operation) => {
    const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
    return root ? pathsFrom(root, operation, seen) : [];
  });
}

function pathsFrom(
  root: GraphQLObjectType,
  operation: FieldPath['operation'],
  seen: Map<GraphQLNamedType, readonly Field[]>,
): readonly FieldPath[] {
  const paths: FieldPath[] = [];
  const found = new Map<GraphQLNamedType, readonly Field[]>([[root, []]]);
  // A Map goes on with whatever is added while it is walked: breadth first.
  for (const [parent, above] of found) {
    seen.set(parent, above);
    if (!isObjectType(parent)) continue;
    for (const field of Object.values(parent.getFields())) {
      paths.push({ coordinate: `${parent.name}.${field.name}`, operation, above, parent, field });
      const type = getNamedType(field.type);
      if (isCompositeType(type) && !seen.has(type) && !found.has(type)) found.set(type, [...above, field]);
    }
  }
  return paths;
}

/** How a client may write the same question. */
export const writings: Readonly<Record<string, (path: FieldPath) => string>> = {
  directly: (path) => `${path.operation} { ${nested(path, leafOf(path.field))} }`,
  'by aliases': (path) => `${path.operation} { ${nested(path, leafOf(path.field, 'b'), 'a')} }`,
  'by a fragment': (path) =>
    `${path.operation} { ${nested(path, '...f')} } fragment f on ${path.parent.name} { ${leafOf(path.field)} }`,
  'by fragments of fragments': (path) =>
    `${path.operation} { ${nested(path, '...f')} } fragment f on ${path.parent.name} { ...g } ` +
    `fragment g on ${path.parent.name} { ... { ${leafOf(path.field)} } }`,
  'by an inline fragment that is skipped': (path) =>
    `${path.operation} ($yes: Boolean = true) { ${nested(path, `... on ${path.parent.name} @skip(if: $yes) { ${leafOf(path.field)} }`)} }`,
  'through an interface': (path) => {
    const [seenAs] = path.parent.getInterfaces();
    const below = `... on ${path.parent.name} { ${leafOf(path.field)} }`;
    return `${path.operation} { ${nested(path, seenAs ? `... on ${seenAs.name} { ${below} }` : below)} }`;
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
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return `[${valueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${valueOf(field.type)}`).join(', ')} }`;
  }
  return values.get(type.name) ?? '"YB-1"';
}

const values: ReadonlyMap<string, string> = new Map([
  ['Date', '"2018-07-01"'],
  ['Int', '1'],
  ['Boolean', 'true'],
]);
