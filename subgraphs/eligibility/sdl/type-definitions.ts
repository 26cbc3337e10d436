import { Kind, parse, type DefinitionNode, type FieldDefinitionNode, type TypeDefinitionNode } from 'graphql';

/** The types of one or several subgraphs, each with every definition of it. */
export type TypeDefinitions = ReadonlyMap<string, readonly TypeDefinitionNode[]>;

/** Reads the types that some SDL defines, by their names. */
export function typeDefinitions(sdls: readonly string[]): TypeDefinitions {
  const types = new Map<string, TypeDefinitionNode[]>();
  for (const node of sdls.flatMap((sdl) => parse(sdl, { noLocation: true }).definitions)) {
    if (!isTypeDefinition(node)) continue;
    types.set(node.name.value, [...(types.get(node.name.value) ?? []), node]);
  }
  return types;
}

/** The fields of a type as the subgraph that answers them defines them: where it is external, another does. */
export function fieldsOf(types: TypeDefinitions, type: string): ReadonlyMap<string, FieldDefinitionNode> {
  const fields = (types.get(type) ?? []).flatMap((node) =>
    node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION
      ? (node.fields ?? [])
      : [],
  );
  return new Map(
    fields
      .filter(({ directives = [] }) => directives.every(({ name }) => name.value !== 'external'))
      .map((field) => [field.name.value, field]),
  );
}

function isTypeDefinition(node: DefinitionNode): node is TypeDefinitionNode {
  return node.kind !== Kind.DIRECTIVE_DEFINITION && node.kind.endsWith('TypeDefinition');
}
