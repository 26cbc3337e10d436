import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  TypeInfo,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Touched } from '../ledger/touched';
import { householdOf } from './asked-about';
import type { EntityVariables } from './entities';
import { fragmentOf } from './fragment-of';

/** What the gateway asks for beside what a plan needs, under names that no client may use. */
const added = {
  household: selectionsOf('{ ledger_id: id ledger_division: divisionCode }'),
  member: selectionsOf('{ ledger_person: person { id } }'),
  check: selectionsOf('{ ledger_status: status }'),
};

/** No alias of a client begins so. */
export const addedPrefix = 'ledger_';

type Whom = keyof typeof added;
type Data = Readonly<Record<string, unknown>>;

/** A field of an answer at or below which somebody is told about. */
interface Branch {
  readonly key: string;
  /** The field’s own name: a registry’s, where it is a check. */
  readonly field: string;
  readonly whom: Whom | undefined;
  readonly branches: readonly Branch[];
}

/** A fetch that also asks whom its answer is about. Apollo’s executor leaves out of an answer what no client asked for. */
export function askingWhom(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave: (node) => {
          const whom = whomOf(types.getParentType(), schema);
          return whom ? { ...node, selections: [...node.selections, ...added[whom]] } : undefined;
        },
      },
    }),
  );
}

/** Notes whom an answer is about: its households with their divisions, members, and what registries said. */
export type NoteToldAbout = (data: Data, variables: EntityVariables, touched: Touched) => void;

/** Reads the answers of a fetch that asks whom it is about; it goes down where there is something to find alone. */
export function toldAbout(document: DocumentNode, schema: GraphQLSchema): NoteToldAbout {
  const roots = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION
      ? branchesOf(node.selectionSet, schema.getQueryType() ?? undefined, schema, document)
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
  const data = value as Data;
  const own = noted(branch, data, touched) ?? household;
  if (branch.whom === 'check' && own !== undefined) {
    touched.registry(branch.field, String(data['ledger_status']), own);
  }
  for (const below of branch.branches) note(below, data[below.key], own, touched);
}

/** Notes a household or a member; gives the household's number. */
function noted({ whom }: Branch, data: Data, touched: Touched): string | undefined {
  if (whom === 'member') touched.person((data['ledger_person'] as { readonly id: string }).id);
  if (whom !== 'household') return undefined;
  const id = data['ledger_id'] as string;
  touched.household(id, data['ledger_division'] as string);
  return id;
}

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

function whomOf(type: GraphQLNamedOutputType | null | undefined, schema: GraphQLSchema): Whom | undefined {
  if (!isObjectType(type)) return undefined;
  if (type.getInterfaces().some(({ name }) => name === 'RegistryCheck')) return 'check';
  if (type.name === 'Member') return 'member';
  return type.name === 'Household' && givesHouseholds(schema) ? 'household' : undefined;
}

/** Whether a department tells of households itself; another knows them by what is required of them alone. */
function givesHouseholds(schema: GraphQLSchema): boolean {
  const questions = Object.values(schema.getQueryType()?.getFields() ?? {});
  return questions.some(({ type }) => getNamedType(type).name === 'Household');
}

function selectionsOf(text: string): readonly SelectionNode[] {
  const [operation] = parse(text, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}
