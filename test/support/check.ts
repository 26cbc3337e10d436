import type { Graph } from '../../gateway/main';
import { ask, type AskOptions } from './ask';

/** What one registry says of one household, in words: people by their declared names, records by their ids. */
export interface Told {
  readonly status: string;
  readonly asOf: string | null;
  readonly subjects: Readonly<Record<string, string>>;
  readonly records: readonly string[];
}

interface Person {
  readonly person: { readonly id: string };
}

interface CheckedHousehold {
  readonly members: readonly (Person & { readonly declaredName: string })[];
  readonly obligors: CheckedHousehold['members'];
  readonly namespace: {
    readonly check: {
      readonly status: string;
      readonly asOf: string | null;
      readonly subjects: readonly (Person & { readonly status: string })[];
      readonly records: readonly { readonly recordId: string }[];
    };
  };
}

/** Asks one registry, such as `assets.vehicles`, about a household. */
export async function check(
  graph: Graph,
  registry: string,
  household: string,
  options: AskOptions = {},
): Promise<Told> {
  const [namespace, field] = registry.split('.');
  const query = `query ($id: ID!) {
    household(id: $id) {
      members { person { id } declaredName }
      obligors { person { id } declaredName }
      namespace: ${namespace} {
        check: ${field} { status asOf subjects { person { id } status } records { recordId } }
      }
    }
  }`;
  const { data } = await ask(graph, query, { ...options, variables: { id: household } });
  const { members, obligors, namespace: found } = data?.['household'] as CheckedHousehold;
  const names = new Map(
    [...members, ...obligors].map(({ person, declaredName }) => [person.id, declaredName]),
  );
  const { subjects, records, ...whole } = found.check;
  return {
    ...whole,
    subjects: Object.fromEntries(
      subjects.map(({ person, status }) => [names.get(person.id) ?? 'nobody', status]),
    ),
    records: records.map(({ recordId }) => recordId),
  };
}

/** A registry gave one status for the household and, by name, for each of its people. */
export function expectStatus(told: Told, status: string, subjects: Told['subjects']): void {
  expect({ status: told.status, subjects: told.subjects }).toEqual({ status, subjects });
}
