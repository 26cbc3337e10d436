import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { isPersonal } from '../access/field-access';
import { operationFields, type OperationField } from '../access/operation-fields';
import type { AccessTable } from '../../schema/access/access-table';
import { askedHouseholds, type AskedHouseholds } from './asked-households';

type Variables = Readonly<Record<string, unknown>> | undefined;

/** What of an operation decides who may ask it, and what it leaves in the ledger. */
export interface ReadOperation {
  readonly fields: readonly OperationField[];
  /** Their coordinates in the order of the alphabet, as the ledger has them. */
  readonly coordinates: readonly string[];
  /** Whether any of its fields is about people. */
  readonly isPersonal: boolean;
  households(variables: Variables): AskedHouseholds;
}

/** Documents are kept by whoever parses them, so each operation is read once as long as it is used. */
const known = new WeakMap<OperationDefinitionNode, ReadOperation>();

/** Reads an operation of a document that fits the schema; its fields are those that access is declared for. */
export function readOperation(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
  access: AccessTable,
): ReadOperation {
  const before = known.get(operation);
  if (before) return before;
  const fields = operationFields(operation, document, schema);
  const read: ReadOperation = {
    fields,
    coordinates: fields.map(({ coordinate }) => coordinate).sort(),
    isPersonal: fields.some((field) => isPersonal(field, access)),
    households: askedHouseholds(operation, document, schema),
  };
  known.set(operation, read);
  return read;
}
