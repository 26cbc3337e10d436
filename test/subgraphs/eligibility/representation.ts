import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  type GraphQLObjectType,
  type SelectionSetNode,
} from 'graphql';
import { facts } from '../../../subgraphs/eligibility/engine/facts/facts';
import { apiSchema } from '../../support/api-schema';

type Json = Record<string, unknown>;

/** What a registry says of a household, as it arrives. */
export interface ArrivedCheck extends Json {
  asOf: unknown;
  subjects: unknown;
  records: unknown;
}

/** A household as it arrives with the facts that the assessment requires. */
export interface Representation extends Json {
  readonly __typename: 'Household';
  id: string;
  application: Json;
  members: Json[];
  assets: Record<string, ArrivedCheck>;
  registrations: Record<string, ArrivedCheck>;
}

export const asOf = '2018-07-02T09:00:00+08:00';

/** A person who lives alone, declares nothing, and whom every registry knows nothing of. */
export function household(id: string, application: Json = {}): Representation {
  return {
    __typename: 'Household',
    id,
    residence: 'URBAN',
    application: {
      program: 'MINIMUM_LIVING_ALLOWANCE',
      appliedOn: '2018-06-11',
      declaredRigidSpending: '50000.00',
      declaredFinancialAssets: '2000.00',
      ...application,
    },
    members: [
      {
        person: { id: `${id}-1` },
        birthDate: '1966-03-15',
        basis: 'APPLICANT',
        declaredIncome: { wages: null, business: null, property: null, transfer: null },
        disabilityGrade: null,
        disabilityKind: null,
        declaredName: '尹某',
        residenceDivision: '500112',
      },
    ],
    obligors: [],
    assets: emptyChecks('assets', `${id}-1`),
    registrations: emptyChecks('registrations', `${id}-1`),
  };
}

/** A row about the person in a list of a registry, with every fact that the assessment reads of it. */
export function record(registry: string, person: string, list = 'records'): Json {
  const { type, selection } = placeOf(registry);
  return objectOf(fieldType(type, list), subSelection(selection, list), person);
}

/** Where the facts hold a registry: its type, and what is read of it. */
function placeOf(registry: string) {
  for (const namespace of ['assets', 'registrations']) {
    const within = subSelection(rootSelection, namespace);
    const found = namesIn(within).includes(registry);
    if (found) {
      const type = fieldType(fieldType(householdType, namespace), registry);
      return { type, selection: subSelection(within, registry) };
    }
  }
  throw new Error(`the assessment reads no ${registry}`);
}

function emptyChecks(namespace: string, person: string): Record<string, ArrivedCheck> {
  const names = namesIn(subSelection(rootSelection, namespace));
  return Object.fromEntries(names.map((name) => [name, emptyCheck(name, person)]));
}

/** With every list of records that is read of it. */
function emptyCheck(registry: string, person: string): ArrivedCheck {
  const lists = namesIn(placeOf(registry).selection).filter((name) => !['asOf', 'subjects'].includes(name));
  return {
    asOf,
    subjects: [{ person: { id: person }, status: 'NO_RECORD' }],
    records: [],
    ...Object.fromEntries(lists.map((name) => [name, []])),
  };
}

const householdType = apiSchema.getType('Household') as GraphQLObjectType;
const rootSelection = selectionSetOf(facts.selection);

/** An object with the selected fields, of each type the plainest value. */
function objectOf(type: GraphQLObjectType, selection: SelectionSetNode, person: string): Json {
  return Object.fromEntries(
    namesIn(selection).map((name) => {
      const field = type.getFields()[name]!;
      const named = getNamedType(field.type);
      const isList = String(field.type).startsWith('[');
      const value = isObjectType(named)
        ? named.name === 'Person'
          ? { id: person }
          : objectOf(named, subSelection(selection, name), person)
        : plainValue(named.name);
      return [name, isList ? [value] : value];
    }),
  );
}

function plainValue(type: string): unknown {
  const known: Json = {
    Boolean: false,
    Int: 1,
    Float: 1,
    Date: '2018-01-01',
    DateTime: asOf,
    YearMonth: '2018-01',
    Yuan: '1.00',
  };
  const named = apiSchema.getType(type);
  return 'getValues' in named! ? (named.getValues()[0]?.name ?? '') : (known[type] ?? 'A');
}

function selectionSetOf(text: string): SelectionSetNode {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no selection');
  return operation.selectionSet;
}

const namesIn = ({ selections }: SelectionSetNode): readonly string[] =>
  selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));

function subSelection({ selections }: SelectionSetNode, name: string): SelectionSetNode {
  const field = selections.find((node) => node.kind === Kind.FIELD && node.name.value === name);
  if (field?.kind !== Kind.FIELD || !field.selectionSet) throw new Error(`nothing of ${name} is read`);
  return field.selectionSet;
}

function fieldType(type: GraphQLObjectType, name: string): GraphQLObjectType {
  return getNamedType(type.getFields()[name]!.type) as GraphQLObjectType;
}
