import { Kind, print, type ConstDirectiveNode, type FieldDefinitionNode } from 'graphql';
import { fieldsOf, type TypeDefinitions } from './type-definitions';

/** What stands by a key in every subgraph; whatever else is said of it, its own department says. */
const keptOnKeys = ['inaccessible', 'authenticated'];

/**
 * Another department's type as a subgraph declares it that reads these fields of it and answers none: they are
 * external, its key is not, and it says nothing of what they mean. An enum stands there whole.
 */
export function externalType(types: TypeDefinitions, name: string, selected: ReadonlySet<string>): string {
  const definitions = types.get(name) ?? [];
  const values = definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION ? (node.values ?? []) : [],
  );
  if (values.length > 0) return block(`enum ${name}`, new Set(values.map((value) => value.name.value)));
  const keys = [...keysOf(types, name)].map((key) => ` @key(fields: "${key}", resolvable: false)`);
  const fields = externalFields(types, name, selected);
  return block(`type ${name}${interfacesOf(types, name, selected)}${keys.join('')}`, fields);
}

/** The lines of a type's key and of these fields. */
export function externalFields(
  types: TypeDefinitions,
  name: string,
  selected: ReadonlySet<string>,
): ReadonlySet<string> {
  const fields = fieldsOf(types, name);
  const keys = keysOf(types, name);
  return new Set(
    [...keys, ...selected].flatMap((field) => {
      const node = fields.get(field);
      return node ? [keys.has(field) ? keyField(node) : `${declared(node)} @external`] : [];
    }),
  );
}

function block(head: string, lines: ReadonlySet<string>): string {
  return `${head} {\n${[...lines].map((line) => `  ${line}\n`).join('')}}\n`;
}

/** The interfaces whose fields are all selected; of others the type does not say that it has them. */
function interfacesOf(types: TypeDefinitions, name: string, selected: ReadonlySet<string>): string {
  const interfaces = (types.get(name) ?? [])
    .flatMap((node) => ('interfaces' in node ? (node.interfaces ?? []) : []))
    .map((of) => of.name.value)
    .filter((of) => [...fieldsOf(types, of).keys()].every((field) => selected.has(field)));
  return interfaces.length > 0 ? ` implements ${interfaces.join(' & ')}` : '';
}

function keyField(node: FieldDefinitionNode): string {
  const directives = (node.directives ?? []).filter(({ name }) => keptOnKeys.includes(name.value));
  return [declared(node), ...directives.map((directive) => print(directive))].join(' ');
}

const declared = ({ name, type }: FieldDefinitionNode) => `${name.value}: ${print(type)}`;

/** The fields by which a type is known. Keys of several fields and of fields within others are not read. */
function keysOf(types: TypeDefinitions, name: string): ReadonlySet<string> {
  const directives = (types.get(name) ?? []).flatMap((node) => node.directives ?? []);
  return new Set(directives.flatMap(keyedBy));
}

function keyedBy({ name, arguments: given = [] }: ConstDirectiveNode): readonly string[] {
  if (name.value !== 'key') return [];
  const fields = given.find((argument) => argument.name.value === 'fields')?.value;
  return fields?.kind === Kind.STRING && /^\w+$/.test(fields.value) ? [fields.value] : [];
}
