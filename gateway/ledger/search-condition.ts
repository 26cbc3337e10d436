import type { SqlValue } from '../../subgraphs/runtime/database/connect-database';
import type { Place } from './cursor';
import type { AccessFilter } from './ledger';
import { indexed, type SubjectRow } from './look-up-rows';

/** A part of a WHERE clause with its values. `e` is the entry. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** What the entry's own columns have to be. `by` is the table that stands in the order of time. */
export function columnConditions(filter: AccessFilter, after: Place | null, by: 'e' | 's'): Condition[] {
  const { subject, role, purpose, from, to } = filter;
  const equal = (column: string, value: string | null | undefined): Condition[] =>
    value === null || value === undefined ? [] : [{ sql: `e.${column} = ?`, values: [indexed(value)] }];
  const instant = (operator: string, value: string | null | undefined): Condition[] =>
    value === null || value === undefined
      ? []
      : [{ sql: `${by}.at ${operator} ?`, values: [Date.parse(value)] }];
  return [
    ...equal('subject', subject),
    ...equal('role', role),
    ...equal('purpose', purpose),
    ...instant('>=', from),
    ...instant('<', to),
    ...(after ? [beyond(after, by)] : []),
  ];
}

/** The first part alone lets an index begin in the right place; databases do not see that in the rest. */
function beyond({ at, chain, seq }: Place, by: 'e' | 's'): Condition {
  return {
    sql: `${by}.at <= ? AND (${by}.at < ? OR ${by}.chain < ? OR (${by}.chain = ? AND ${by}.seq < ?))`,
    values: [at, at, chain, chain, seq],
  };
}

/** That the entry is about somebody. */
export function about({ kind, value }: Pick<SubjectRow, 'kind' | 'value'>): Condition {
  return {
    sql: `EXISTS (SELECT 1 FROM ledger_subjects o
      WHERE o.chain = e.chain AND o.seq = e.seq AND o.kind = ? AND o.value = ?)`,
    values: [kind, value],
  };
}

/** That the division of a row of ledger_subjects is one of these or below one. */
export function inside(divisions: readonly string[], row: 's' | 'o'): Condition {
  const any = divisions.map(({ length }) => `SUBSTR(${row}.division, 1, ${length}) = ?`);
  return { sql: `(${any.join(' OR ')})`, values: divisions };
}

/**
 * That the entry has a household in these divisions, and none in others. One whose division is not known is in none
 * and in no other: or else whoever asks for an id that nobody has would hide the access from those who watch over it.
 */
export function within(divisions: readonly string[]): Condition[] {
  const households = `SELECT 1 FROM ledger_subjects o WHERE o.chain = e.chain AND o.seq = e.seq AND o.kind = 'H'`;
  const { sql, values } = inside(divisions, 'o');
  return [
    { sql: `EXISTS (${households} AND ${sql})`, values },
    { sql: `NOT EXISTS (${households} AND o.division <> '' AND NOT ${sql})`, values },
  ];
}
