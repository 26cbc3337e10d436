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
