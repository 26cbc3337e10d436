import {
  getNamedType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';

/** Of a verification, whom it is about. */
const verified =
  'ledger_household: householdId ledger_division: divisionCode ledger_people: people { person { id } }';
const alerted = `ledger_verification: verification { ${verified} }`;

/** What the gateway asks for beside what a plan needs, under names that no client may use. */
const added = {
  household: selectionsOf('{ ledger_id: id ledger_division: divisionCode }'),
  /** A page tells of its households even where nothing but their cursors is asked for. */
  page: selectionsOf('{ ledger_edges: edges { node { ledger_id: id ledger_division: divisionCode } } }'),
  /** Another household of which no more than its number is told. */
  mention: selectionsOf('{ ledger_household: householdId }'),
  person: selectionsOf('{ ledger_person: person { id } }'),
  verification: selectionsOf(`{ ${verified} }`),
  verifications: selectionsOf(`{ ledger_edges: edges { node { ${verified} } } }`),
  alert: selectionsOf(`{ ${alerted} }`),
  alerts: selectionsOf(`{ ledger_edges: edges { node { ${alerted} } } }`),
  check: selectionsOf('{ ledger_status: status }'),
  /** Of a department that gives households: nobody names it the people whom its registries are asked about. */
  ownCheck: selectionsOf('{ ledger_status: status ledger_subjects: subjects { person { id } } }'),
};

/** No alias of a client begins so. */
export const addedPrefix = 'ledger_';

/** The kinds of objects that are asked whom they are about. */
export type Whom = keyof typeof added;

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

/** Which kind a type is of; undefined where it tells of nobody by itself. */
export function whomOf(
  type: GraphQLNamedOutputType | null | undefined,
  schema: GraphQLSchema,
): Whom | undefined {
  if (!isObjectType(type)) return undefined;
  const isCheck = type.getInterfaces().some(({ name }) => name === 'RegistryCheck');
  if (!givesHouseholds(schema)) return isCheck ? 'check' : tellingTypes.get(type.name);
  return isCheck ? 'ownCheck' : ownTypes.get(type.name);
}

/** Types of a department that tells of households by what is its own. */
const tellingTypes: ReadonlyMap<string, Whom> = new Map([
  ['Verification', 'verification'],
  ['VerificationConnection', 'verifications'],
  ['VerificationAlert', 'alert'],
  ['VerificationAlertConnection', 'alerts'],
  ['BatchFailure', 'mention'],
]);

/** Types of the department that gives households. */
const ownTypes: ReadonlyMap<string, Whom> = new Map([
  ['Household', 'household'],
  ['HouseholdConnection', 'page'],
  ['Member', 'person'],
  ['Authorisation', 'person'],
  ['AssistanceRollRecord', 'mention'],
]);

/** Whether a department tells of households itself; another knows them by what is required of them alone. */
function givesHouseholds(schema: GraphQLSchema): boolean {
  const questions = Object.values(schema.getQueryType()?.getFields() ?? {});
  return questions.some(({ type }) => getNamedType(type).name === 'Household');
}

function selectionsOf(text: string): readonly SelectionNode[] {
  const [operation] = parse(text, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
}
