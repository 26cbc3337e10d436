import type { SqlValue } from '../../runtime/database/open-database';

/** A condition of a statement with its values. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** What a caller that is limited to divisions may find. */
export function withinDivisions(divisions: readonly string[] | undefined): readonly Condition[] {
  if (!divisions) return [];
  const each = divisions.map(inDivision);
  const sql = each.length > 0 ? `(${each.map((one) => one.sql).join(' OR ')})` : '1 = 0';
  return [{ sql, values: each.flatMap(({ values }) => values) }];
}

/** A division and what lies below it: codes are digits, and ':' follows 9. */
export function inDivision(division: string): Condition {
  return { sql: '(division_code >= ? AND division_code < ?)', values: [division, `${division}:`] };
}

/**
 * The household of a verification `v` has no later one: neither a re-check nor that of a new application. One that came to
 * no decision leaves the one before it as it was.
 */
export const isNotFollowed: Condition = {
  sql:
    'NOT EXISTS (SELECT 1 FROM verifications n WHERE n.household_id = v.household_id ' +
    "AND n.accepted_at > v.accepted_at AND n.state <> 'CLOSED')",
  values: [],
};
