import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type SelectionSetNode,
} from 'graphql';

/** The fields that an object of a representation may have: null is a value or a list of them, else an object or a list. */
export type Shape = ReadonlyMap<string, Shape | null>;

/** What a department takes of an entity. */
export interface EntityShape {
  /** Its keys, each by its fields; a representation has all fields of one. */
  readonly keys: readonly (readonly string[])[];
  /** The field of the key that is a household number; null where the entity is a person's. */
  readonly household: string | null;
  /** The fields of the keys, and those that the department's own fields require. */
  readonly fields: Shape;
}

/** The same, as it is being put together. */
type Shaping = Map<string, Shaping | null>;

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/**
 * The entities that a department resolves, by type. One that it only refers to (`resolvable: false`) is another's. Throws
 * where a key has a field that is no ID or String, which no representation could be held against.
 */
export function entityShapes(sdl: string): ReadonlyMap<string, EntityShape> {
  const nodes = new Map<string, ObjectNode[]>();
  for (const node of objectNodes(parse(sdl, { noLocation: true }))) {
    nodes.set(node.name.value, [...(nodes.get(node.name.value) ?? []), node]);
  }
  return new Map(
    [...nodes].flatMap(([name, parts]) => {
      const keys = parts.flatMap(({ directives = [] }) => fieldSets(directives, 'key'));
      return keys.length > 0 ? [[name, entityShape(name, keys, parts)] as const] : [];
    }),
  );
}

function objectNodes({ definitions }: DocumentNode): readonly ObjectNode[] {
  return definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
}

function entityShape(
  name: string,
  keys: readonly SelectionSetNode[],
  parts: readonly ObjectNode[],
): EntityShape {
  const definitions = parts.flatMap(({ fields = [] }) => fields);
  const required = definitions.flatMap(({ directives = [] }) => fieldSets(directives, 'requires'));
  const shape: Shaping = new Map();
  for (const set of [...keys, ...required]) addTo(shape, set);
  const names = keys.map((key) => {
    const fields: Shaping = new Map();
    addTo(fields, key);
    return [...fields.keys()].filter((field) => field !== '__typename');
  });
  for (const field of names.flat()) expectText(name, field, definitions);
  const numbers = name === 'Household' ? ['id'] : ['householdId'];
  return {
    keys: names,
    household: numbers.find((number) => names.some((key) => key.includes(number))) ?? null,
    fields: shape,
  };
}

/** The field sets of one kind of directive, but for keys by which an entity cannot be resolved here. */
function fieldSets(directives: readonly ConstDirectiveNode[], name: string): readonly SelectionSetNode[] {
  return directives
    .filter((directive) => directive.name.value === name && argument(directive, 'resolvable') !== false)
    .map((directive) => {
      const [operation] = parse(`{ ${String(argument(directive, 'fields'))} }`, {
        noLocation: true,
      }).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a field set selects fields');
      return operation.selectionSet;
    });
}

function argument({ arguments: given = [] }: ConstDirectiveNode, name: string): unknown {
  const value = given.find((node) => node.name.value === name)?.value;
  return value && 'value' in value ? value.value : undefined;
}

function addTo(shape: Shaping, { selections }: SelectionSetNode): void {
  shape.set('__typename', null);
  for (const node of selections) {
    if (node.kind === Kind.INLINE_FRAGMENT) addTo(shape, node.selectionSet);
    else if (node.kind === Kind.FIELD) addField(shape, node.name.value, node.selectionSet);
  }
}

function addField(shape: Shaping, name: string, selectionSet: SelectionSetNode | undefined): void {
  const within: Shaping | null = selectionSet ? (shape.get(name) ?? new Map()) : null;
  shape.set(name, within);
  if (within && selectionSet) addTo(within, selectionSet);
}

function expectText(type: string, field: string, definitions: readonly FieldDefinitionNode[]): void {
  const given = definitions.find(({ name }) => name.value === field)?.type;
  const named = given?.kind === Kind.NON_NULL_TYPE ? given.type : given;
  const isText = named?.kind === Kind.NAMED_TYPE && ['ID', 'String'].includes(named.name.value);
  if (!isText) throw new Error(`${type}.${field} is a key that is no ID or String`);
}
