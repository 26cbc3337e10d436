import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { Touched } from '../ledger/touched';
import { householdOf } from './asked-about';
import { whomOf, type Whom } from './asking-whom';
import type { EntityVariables } from './entities';
import { fragmentOf } from './fragment-of';

type Data = Readonly<Record<string, unknown>>;

/** A field of an answer at or below which somebody is told about. */
interface Branch {
  readonly key: string;
  /** The field’s own name: a registry’s, where it is a check. */
  readonly field: string;
  readonly whom: Whom | undefined;
  readonly branches: readonly Branch[];
}

/** Notes whom an answer is about: its households with their divisions, members, and what registries said. */
export type NoteToldAbout = (data: Data, variables: EntityVariables, touched: Touched) => void;

/** Reads the answers of a fetch that asks whom it is about; it goes down where there is something to find alone. */
export function toldAbout(document: DocumentNode, schema: GraphQLSchema): NoteToldAbout {
  const roots = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? branchesOf(node.selectionSet, schema.getRootType(node.operation) ?? undefined, schema, document)
      : [],
  );
  return (data, { representations = [] }, touched) => {
    for (const root of roots) {
      const value = data[root.key];
      if (root.field !== '_entities') note(root, value, undefined, touched);
      else if (Array.isArray(value)) {
        value.forEach((entity: unknown, index) => {
          const entityOf = representations[index];
          note(root, entity, entityOf && householdOf(entityOf), touched);
        });
      }
    }
  };
}

function note(branch: Branch, value: unknown, household: string | undefined, touched: Touched): void {
  if (Array.isArray(value)) {
    for (const one of value) note(branch, one, household, touched);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const data = value as Told;
  const own = branch.whom === 'household' ? data.ledger_id : household;
  if (branch.whom) notes[branch.whom](data, touched, branch.field, own);
  for (const below of branch.branches) note(below, (value as Data)[below.key], own, touched);
}

interface TellsPerson {
  readonly person: { readonly id: string };
}

interface TellsHousehold {
  readonly ledger_id: string;
  readonly ledger_division: string;
}

interface TellsVerification {
  readonly ledger_household: string;
  readonly ledger_division: string;
  readonly ledger_people: readonly TellsPerson[];
}

interface TellsAlert {
  readonly ledger_verification: TellsVerification;
}

/** What was added to an answer, each where its kind was. */
interface Told extends TellsHousehold, TellsVerification, TellsAlert {
  readonly ledger_edges: readonly { readonly node: TellsHousehold & TellsVerification & TellsAlert }[];
  readonly ledger_person: TellsPerson['person'];
  readonly ledger_status: string;
  readonly ledger_subjects: readonly TellsPerson[];
}

type Note = (told: Told, touched: Touched, field: string, household: string | undefined) => void;

const noteCheck: Note = ({ ledger_status: status }, touched, registry, household) => {
  if (household !== undefined) touched.registry(registry, status, household);
};

function noteVerification(told: TellsVerification, touched: Touched): void {
  touched.household(told.ledger_household, told.ledger_division);
  for (const { person } of told.ledger_people) touched.person(person.id);
}

const notes: Readonly<Record<Whom, Note>> = {
  household: ({ ledger_id: id, ledger_division: division }, touched) => touched.household(id, division),
  page: ({ ledger_edges: edges }, touched) => {
    for (const { node } of edges) touched.household(node.ledger_id, node.ledger_division);
  },
  mention: ({ ledger_household: id }, touched) => touched.mentionedHousehold(id),
  person: ({ ledger_person: person }, touched) => touched.person(person.id),
  verification: noteVerification,
  verifications: ({ ledger_edges: edges }, touched) => {
    for (const { node } of edges) noteVerification(node, touched);
  },
  alert: ({ ledger_verification: verification }, touched) => noteVerification(verification, touched),
  alerts: ({ ledger_edges: edges }, touched) => {
    for (const { node } of edges) noteVerification(node.ledger_verification, touched);
  },
  check: noteCheck,
  ownCheck: (told, touched, registry, household) => {
    noteCheck(told, touched, registry, household);
    for (const { person } of told.ledger_subjects) touched.person(person.id);
  },
};

function branchesOf(
  { selections }: SelectionSetNode,
  parent: GraphQLCompositeType | undefined,
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly Branch[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      const { name, alias, selectionSet } = selection;
      const field = fieldType(parent, name.value);
      if (!selectionSet || !field) return [];
      const whom = whomOf(field, schema);
      const branches = branchesOf(selectionSet, field, schema, document);
      if (!whom && branches.length === 0) return [];
      return [{ key: alias?.value ?? name.value, field: name.value, whom, branches }];
    }
    const fragment = fragmentOf(selection, document);
    const type = fragment.typeCondition && typeFromAST(schema, fragment.typeCondition);
    return branchesOf(
      fragment.selectionSet,
      (type as GraphQLCompositeType | undefined) ?? parent,
      schema,
      document,
    );
  });
}

function fieldType(parent: GraphQLCompositeType | undefined, name: string): GraphQLCompositeType | undefined {
  const type =
    (isObjectType(parent) || isInterfaceType(parent)) && getNamedType(parent.getFields()[name]?.type);
  return type && isCompositeType(type) ? type : undefined;
}
