import { Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { EntityVariables, Representation } from './entities';
import { rootIds } from './root-ids';

/** Whom a fetch is about, by what it sends. */
export interface AskedAbout {
  readonly households: readonly string[];
  /** People whom the graph names, by their pseudonyms. */
  readonly persons: readonly string[];
  /** What a client asks for as a person. */
  readonly askedPersons: readonly string[];
}

/** Reads from the values of a fetch whom it is about. */
export type ReadAskedAbout = (variables: EntityVariables) => AskedAbout;

/** Reads it from the entities that a fetch names; one that names none asks at its root. */
export function askedAbout(document: DocumentNode, schema: GraphQLSchema): ReadAskedAbout {
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a fetch has an operation');
  const ids = rootIds(operation, document, schema);
  return ({ representations, ...variables }) =>
    representations
      ? {
          households: representations.flatMap((entity) => householdOf(entity) ?? []),
          persons: representations.flatMap(personsOf),
          askedPersons: [],
        }
      : {
          households: ids.of('Household', variables),
          persons: [],
          askedPersons: ids.of('Person', variables),
        };
}

/** The number of the household that an entity is, or belongs to. */
export function householdOf({ __typename, householdId, id }: Representation): string | undefined {
  const number = householdId ?? (__typename === 'Household' ? id : undefined);
  return typeof number === 'string' ? number : undefined;
}

function personsOf({ __typename, id, subjects }: Representation): readonly string[] {
  if (__typename === 'Person') return [id as string];
  const asked = (subjects ?? []) as readonly { readonly personId: string }[];
  return asked.map(({ personId }) => personId);
}
