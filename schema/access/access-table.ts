import {
  Kind,
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';

/**
 * What a caller must hold: one of several sets of scopes, each whole. `[[]]` asks only for a caller whose
 * identity is known (`@authenticated`).
 */
export type Requirement = readonly (readonly string[])[];

/** Requirements by coordinate: `Household` or `Household.members`. */
export type AccessTable = ReadonlyMap<string, Requirement>;

type CompositeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Reads the access directives of a supergraph. They are read there, not in the departments' SDL, because
 * composition has by then merged the requirements of shared types and copied those of implementations
 * onto their interfaces.
 */
export function readAccessTable(supergraph: DocumentNode): AccessTable {
  const table = new Map<string, Requirement>();
  for (const type of compositeTypes(supergraph)) {
    record(table, type.name.value, type.directives);
    for (const field of type.fields ?? []) {
      record(table, coordinate(type, field), field.directives);
    }
  }
  return table;
}

/**
 * The fields that anybody could read because neither they nor their type ask for anything.
 * Composition lets these pass; the project does not (default deny).
 */
export function unguardedFields(supergraph: DocumentNode): string[] {
  const table = readAccessTable(supergraph);
  return compositeTypes(supergraph).flatMap((type) =>
    table.has(type.name.value)
      ? []
      : (type.fields ?? []).map((field) => coordinate(type, field)).filter((name) => !table.has(name)),
  );
}

function compositeTypes(document: DocumentNode): CompositeNode[] {
  return document.definitions.filter(
    (node): node is CompositeNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
}

function coordinate(type: CompositeNode, field: FieldDefinitionNode): string {
  return `${type.name.value}.${field.name.value}`;
}

function record(
  table: Map<string, Requirement>,
  name: string,
  directives: readonly ConstDirectiveNode[] = [],
): void {
  const scopes = directives.find((directive) => directive.name.value === 'requiresScopes');
  if (scopes) table.set(name, scopeSets(scopes));
  else if (directives.some((directive) => directive.name.value === 'authenticated')) table.set(name, [[]]);
}

function scopeSets(directive: ConstDirectiveNode): Requirement {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes');
  return list(argument?.value).map((set) => list(set).map(text));
}

function list(value: ConstValueNode | undefined): readonly ConstValueNode[] {
  if (value?.kind !== Kind.LIST) throw new Error('@requiresScopes takes a list of lists of scopes');
  return value.values;
}

function text(value: ConstValueNode): string {
  if (value.kind !== Kind.STRING) throw new Error('A scope of @requiresScopes is a string');
  return value.value;
}
