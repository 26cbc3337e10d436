import { GraphQLError } from 'graphql';
import { formatInstant } from '../../schema/values/instant';
import { catalogueError } from '../../schema/wire/catalogue-error';
import { within } from '../../schema/wire/within';
import type { GatewayContext } from '../gateway-context';
import type { AccessEntry } from '../ledger/access-entry';
import type { AccessFilter, Ledger, RecordedAccess } from '../ledger/ledger';

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

export interface AccessLogArguments extends PageArguments {
  readonly filter?: AccessFilter | null;
}

const maxPage = 100;
const defaultPage = 20;

/**
 * One page of the ledger. Who is limited to divisions sees the accesses with a household there and none elsewhere.
 * Whoever was looked for is noted: looking is an access too.
 */
export async function accessLog(
  ledger: Ledger,
  { filter, first, after }: AccessLogArguments,
  { principal, touched, deadline }: GatewayContext,
) {
  if (filter?.householdId) touched.household(filter.householdId);
  if (filter?.personId) touched.askedPerson(filter.personId);
  const { divisions } = principal;
  const reading = ledger.read({
    filter: filter ?? {},
    first: pageSize(first),
    after: after ?? null,
    ...(divisions ? { divisions } : {}),
  });
  const { accesses, hasNextPage } = await within(deadline, reading).catch(unreadable);
  const edges = accesses.map((access) => ({ node: accessView(access), cursor: access.cursor }));
  return { edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}

function unreadable(error: unknown): never {
  throw error instanceof GraphQLError ? error : catalogueError('LEDGER_UNAVAILABLE');
}

function pageSize(first: number | null | undefined): number {
  const size = first ?? defaultPage;
  if (size < 1 || size > maxPage) throw catalogueError('INVALID_PAGE_SIZE');
  return size;
}

/** An entry as the graph gives it. */
function accessView({ id, entry }: RecordedAccess) {
  return {
    ...entry,
    id,
    at: formatInstant(new Date(entry.at)),
    householdIds: entry.households.map((household) => household.id),
    personIds: entry.persons,
    registries: entry.registries.flatMap(({ name: registry, statuses }) =>
      statuses.map(({ status, households }) => ({
        registry,
        status,
        householdIds: households.map((index) => numberAt(entry, index)),
      })),
    ),
  };
}

function numberAt({ households }: AccessEntry, index: number): string {
  const household = households[index];
  if (!household) throw new Error('an entry of the ledger refers to a household that it does not have');
  return household.id;
}
