import { LRUCache } from 'lru-cache';
import type { Database } from '../database/open-database';
import type { Registry } from '../registry/registry';
import type { SqlValue } from '../registry/stored-column';

/** A statement with its values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** A column to seek by, and the one with the name under which it stands in the row. */
export interface LookUpBy {
  readonly column: string;
  readonly name: string;
}

/** The keys that rows are sought by, as a statement has them. */
export interface Keys {
  /** What stands after IN. */
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/**
 * On SQLite one value holds all keys: the text of a statement is the same for any number of them, so that it is prepared
 * once, and a thousand are bound in a third of the time. Of a list on MySQL an index is used whatever the version.
 */
export function keysFor(dialect: Database['dialect'], keys: readonly string[]): Keys {
  return dialect === 'sqlite'
    ? { text: '(SELECT value FROM json_each(?))', values: [JSON.stringify(keys)] }
    : { text: `(${keys.map(() => '?').join(', ')})`, values: keys };
}

/** Names in the result that no registry's column has. */
export const lookUpColumns = { asOf: '_as_of', personKey: '_person_key', key: '_key', name: '_name' };

/**
 * One statement that reads a registry's state and its rows of some persons, so that the rows and the instant
 * that they stand for always belong together. A registry that was never filled gives no row at all; one
 * without rows of these persons gives a single row whose `_key` is null. A row that names two of the
 * persons comes once for each. `only` is a condition that the rows have to meet besides.
 */
export function lookUpStatement(
  registry: Registry,
  by: readonly LookUpBy[],
  keys: Keys,
  only?: Statement,
): Statement {
  return {
    sql: textOf(registry, by, keys.text, only?.sql),
    values: [...by.flatMap(() => [...keys.values, ...(only?.values ?? [])]), registry.name],
  };
}

/** The texts of statements: a registry has few, and they are long. */
const texts = new LRUCache<string, string>({ max: 1000 });

function textOf(
  registry: Registry,
  by: readonly LookUpBy[],
  places: string,
  condition: string | undefined,
): string {
  const name = `${registry.table} ${by.map(({ column }) => column).join()} ${places} ${condition}`;
  const text = texts.get(name) ?? textFor(registry, by, places, condition);
  texts.set(name, text);
  return text;
}

function textFor(
  registry: Registry,
  by: readonly LookUpBy[],
  places: string,
  condition: string | undefined,
): string {
  const { asOf, personKey, key, name } = lookUpColumns;
  const names = registry.stored.map((column) => column.name);
  const found = by
    .map(
      (of) =>
        `SELECT ${of.column} AS ${key}, ${of.name} AS ${name}, ${names.join(', ')} FROM ${registry.table} ` +
        `WHERE ${of.column} IN ${places}${condition ? ` AND ${condition}` : ''}`,
    )
    .join(' UNION ALL ');
  return (
    `SELECT state.as_of AS ${asOf}, state.person_key AS ${personKey}, ` +
    `${[key, name, ...names].map((column) => `found.${column}`).join(', ')} FROM registry_state state ` +
    `LEFT JOIN (${found}) found ON 1 = 1 WHERE state.registry = ? ` +
    `ORDER BY ${registry.key.map((column) => `found.${column}`).join(', ')}`
  );
}
