import type { Ask } from './ask-eligibility';

/** One finding, as far as a change is told by it. */
export interface ReplayedFinding {
  readonly code: string;
  readonly effect: string;
  readonly person: { readonly id: string } | null;
}

/** An assessment, as far as a change is told by it. */
export interface Replayed {
  readonly outcome: string;
  readonly policy: { readonly id: string };
  readonly estimate: { readonly monthly: string | null; readonly lumpSum: string | null } | null;
  readonly findings: readonly ReplayedFinding[];
}

/** A household under the rules in force and under others. Null where no edition was in force on its day. */
export interface ReplayedHousehold {
  readonly id: string;
  /** Its people by their pseudonyms, as a report may name them: `member 2`. */
  readonly places: ReadonlyMap<string, string>;
  readonly inForce: Replayed | null;
  readonly other: Replayed | null;
}

const pageSize = 100;

const question = /* GraphQL */ `
  query Replay($program: AssistanceProgram!, $on: Date, $first: Int!, $after: String) {
    searchHouseholds(filter: { program: $program }, first: $first, after: $after) {
      edges {
        node {
          id
          members {
            person {
              id
            }
          }
          obligors {
            person {
              id
            }
          }
          eligibility(on: $on) {
            outcome
            policy {
              id
            }
            estimate {
              monthly
              lumpSum
            }
            findings {
              code
              effect
              person {
                id
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Person {
  readonly person: { readonly id: string };
}

interface Page {
  readonly edges: readonly {
    readonly node: {
      readonly id: string;
      readonly members: readonly Person[];
      readonly obligors: readonly Person[];
      readonly eligibility: Replayed | null;
    };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Every household that applied for a program, assessed by both graphs, page by page. */
export async function* replayHouseholds(
  inForce: Ask,
  other: Ask,
  asked: { readonly program: string; readonly on?: string | undefined },
): AsyncGenerator<ReplayedHousehold> {
  let after: string | null = null;
  do {
    const variables: Readonly<Record<string, unknown>> = { ...asked, first: pageSize, after };
    const [page, beside]: [Page, Page] = await Promise.all([
      pageOf(inForce, variables),
      pageOf(other, variables),
    ]);
    const others = new Map(beside.edges.map(({ node }) => [node.id, node.eligibility]));
    for (const { node } of page.edges) {
      yield {
        id: node.id,
        places: placesOf(node),
        inForce: node.eligibility,
        other: others.get(node.id) ?? null,
      };
    }
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

/** Households without an edition on their day come with an error each, and are no reason to stop. */
async function pageOf(ask: Ask, variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const { data, errors = [] } = await ask(question, variables);
  const page = data?.['searchHouseholds'];
  if (page) return page as Page;
  const codes = errors.map(({ extensions }) => String(extensions?.['code']));
  throw new Error(`The households could not be read: ${codes.join(', ')}`);
}

function placesOf({ members, obligors }: Page['edges'][number]['node']): ReadonlyMap<string, string> {
  const named = (people: readonly Person[], role: string) =>
    people.map(({ person }, index) => [person.id, `${role} ${index + 1}`] as const);
  return new Map([...named(members, 'member'), ...named(obligors, 'obligor')]);
}
