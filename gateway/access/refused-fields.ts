import {
  TypeInfo,
  getNamedType,
  separateOperations,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import type { AccessTable, Requirement } from '../../schema/access/access-table';

/**
 * The fields of an operation that somebody with these scopes may not read, by coordinate. A field is refused
 * where its parent type, the field itself or the type that it returns asks for more, or where neither it nor
 * its parent asks for anything; whether a directive would leave it out makes no difference. The roots of
 * introspection ask for `schema:read`.
 */
export function refusedFields(
  document: DocumentNode,
  operationName: string,
  schema: GraphQLSchema,
  access: AccessTable,
  scopes: ReadonlySet<string>,
): readonly string[] {
  const refused = new Set<string>();
  const types = new TypeInfo(schema);
  const onField = ({ name }: FieldNode) => {
    const parent = types.getParentType()?.name ?? '';
    if (name.value === '__typename' || parent.startsWith('__')) return;
    const coordinate = `${parent}.${name.value}`;
    const allowed = name.value.startsWith('__')
      ? scopes.has('schema:read')
      : (access.has(parent) || access.has(coordinate)) &&
        [parent, coordinate, getNamedType(types.getType())?.name ?? ''].every((key) =>
          holds(access.get(key), scopes),
        );
    if (!allowed) refused.add(coordinate);
  };
  visit(
    separateOperations(document)[operationName] ?? document,
    visitWithTypeInfo(types, { Field: onField }),
  );
  return [...refused];
}

function holds(requirement: Requirement | undefined, scopes: ReadonlySet<string>): boolean {
  return requirement?.some((set) => set.every((scope) => scopes.has(scope))) ?? true;
}
