import { Kind, parse, type SelectionSetNode, type TypeNode } from 'graphql';
import { fieldsOf, type TypeDefinitions } from './type-definitions';

/** By type, in the order in which they are come upon, the fields that a selection reads; of an enum, none. */
export type SelectedFields = ReadonlyMap<string, ReadonlySet<string>>;

/** Which fields of which types a selection on `root` reads. Throws where a type has no such field. */
export function selectedFields(types: TypeDefinitions, root: string, selection: string): SelectedFields {
  const selected = new Map<string, Set<string>>();
  const visit = (type: string, { selections }: SelectionSetNode): void => {
    const fields = fieldsOf(types, type);
    const names = selected.get(type) ?? new Set();
    selected.set(type, names);
    for (const node of selections) {
      if (node.kind !== Kind.FIELD) throw new Error(`The selection of ${type} takes fields alone`);
      const field = fields.get(node.name.value);
      if (!field) throw new Error(`No department answers ${type}.${node.name.value}`);
      names.add(node.name.value);
      const of = namedType(field.type);
      if (node.selectionSet) visit(of, node.selectionSet);
      else if (types.get(of)?.[0]?.kind === Kind.ENUM_TYPE_DEFINITION) selected.set(of, new Set());
    }
  };
  visit(root, selectionSetOf(selection));
  return selected;
}

/** The selection set that a text such as `{ id }` holds. */
function selectionSetOf(selection: string): SelectionSetNode {
  const [operation] = parse(selection, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('A selection is no definition');
  return operation.selectionSet;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
