import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { soleRoot, type SoleRoot } from '../../sole-root';

/** How what a fetch asks of one thing is asked of a list of such, in which the things of other fetches can stand too. */
export interface ListForm {
  /** The text of the call for a list. */
  readonly query: string;
  /** The variable that holds the list, or in the fetch itself the one thing. */
  readonly variable: string;
  /** The field of the answer that has one place for each thing of the list. */
  readonly field: string;
  /** The field of a fetch that asks for one thing alone; undefined where it names a list itself. */
  readonly single: string | undefined;
  /** Whether what is answered hangs on who may see what: entities were found before, a root field finds. */
  readonly finds: boolean;
}

/** Root fields that give one thing, and those that give the same of many: null for each that is not found. */
const plurals: Readonly<Record<string, { readonly field: string; readonly argument: string }>> = {
  household: { field: 'households', argument: 'ids' },
};

const kept = 1000;

const known = new LRUCache<string, { readonly form: ListForm | null }>({ max: kept });

/** The form of a fetch's text; null where it asks for anything else, or not in the one way that a plan does. */
export function listFormOf(query: string): ListForm | null {
  const before = known.get(query);
  if (before) return before.form;
  const form = readForm(query);
  known.set(query, { form });
  return form;
}

function readForm(query: string): ListForm | null {
  try {
    const document = parse(query, { noLocation: true });
    const asked = soleRoot(document);
    return asked && !asked.field.alias ? formOf(query, document, asked) : null;
  } catch {
    // Whoever is asked says what is wrong with it.
    return null;
  }
}

function formOf(
  query: string,
  document: DocumentNode,
  { field, argument, variable }: SoleRoot,
): ListForm | null {
  const name = field.name.value;
  if (name === '_entities' && argument === 'representations' && variable === argument) {
    return { query, variable, field: name, single: undefined, finds: false };
  }
  const plural = Object.hasOwn(plurals, name) ? plurals[name] : undefined;
  if (!plural) return null;
  const inPlural = print(visit(document, pluralised(field, plural, variable)));
  return { query: inPlural, variable, field: plural.field, single: name, finds: true };
}

/** Asks for the many in the place of the one; the variable keeps its name. */
function pluralised(
  field: FieldNode,
  { field: name, argument }: { field: string; argument: string },
  variable: string,
) {
  const called = (value: string) => ({ kind: Kind.NAME, value }) as const;
  return {
    OperationDefinition: {
      leave: (node: OperationDefinitionNode) => ({
        ...node,
        variableDefinitions: node.variableDefinitions?.map((of) =>
          of.variable.name.value === variable ? { ...of, type: listOf(of.type) } : of,
        ),
      }),
    },
    Field: (node: FieldNode) =>
      node === field
        ? {
            ...node,
            name: called(name),
            arguments: node.arguments?.map((of) => ({ ...of, name: called(argument) })),
          }
        : undefined,
  };
}

function listOf(type: TypeNode): TypeNode {
  return { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.LIST_TYPE, type } };
}
