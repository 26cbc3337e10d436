import type { Office } from '../office';
import { purposeOf } from '../process/purpose-of';
import type { Batch } from '../store/batches';
import { inDivision, isNotFollowed } from '../store/conditions';
import { maySee } from '../take/may-see';

/** A part of the households that a batch's filter finds. */
export interface FoundHouseholds {
  readonly ids: readonly string[];
  /** Where the search goes on; null at its end. */
  readonly cursor: string | null;
}

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string; readonly divisionCode: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Searches on from a batch's cursor. Null where the graph did not answer: then it is tried again later. */
export async function foundHouseholds(office: Office, batch: Batch): Promise<FoundHouseholds | null> {
  return batch.filter?.dueBy ? dueHouseholds(office, batch) : appliedHouseholds(office, batch);
}

async function appliedHouseholds({ graph }: Office, batch: Batch): Promise<FoundHouseholds | null> {
  const { id, kind, cursor, filter } = batch;
  const { dueBy: _, ...applied } = filter ?? {};
  const answer = await graph
    .ask({
      operation: 'VerificationHouseholds',
      variables: { filter: applied, after: cursor },
      purpose: purposeOf(kind),
      reason: `批量核对 ${id}`,
    })
    .catch(() => null);
  const page =
    answer?.errors.length === 0 ? (answer.data?.['searchHouseholds'] as Page | undefined) : undefined;
  if (!page) return null;
  const { edges, pageInfo } = page;
  const seen = edges.filter(({ node }) => isSeen(batch, node.divisionCode));
  return {
    ids: seen.map(({ node }) => node.id),
    cursor: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

const pageSize = 100;

/** The longest due first; the cursor is the day and number of the last one. */
async function dueHouseholds({ select }: Office, batch: Batch): Promise<FoundHouseholds> {
  const { program, divisionCode, dueBy } = batch.filter ?? {};
  const [day, id] = batch.cursor?.split(' ') ?? ['', ''];
  const conditions = [
    { sql: "state = 'MONITORED' AND next_recheck_on <= ?", values: [String(dueBy)] },
    { sql: '(next_recheck_on > ? OR (next_recheck_on = ? AND id > ?))', values: [day, day, id] },
    ...(program ? [{ sql: 'program = ?', values: [program] }] : []),
    ...(divisionCode ? [inDivision(divisionCode)] : []),
  ];
  const rows = await select(
    'SELECT id, household_id, division_code, next_recheck_on FROM verifications v ' +
      `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ` +
      `AND ${isNotFollowed.sql} ` +
      `ORDER BY next_recheck_on, id LIMIT ${pageSize}`,
    conditions.flatMap(({ values }) => values as string[]),
  );
  const last = rows.at(-1);
  const seen = rows.filter((row) => isSeen(batch, String(row['division_code'])));
  return {
    ids: seen.map((row) => String(row['household_id'])),
    cursor:
      last && rows.length === pageSize ? `${String(last['next_recheck_on'])} ${String(last['id'])}` : null,
  };
}

function isSeen({ divisions }: Batch, division: string): boolean {
  return divisions === null || maySee({ divisions }, division);
}
