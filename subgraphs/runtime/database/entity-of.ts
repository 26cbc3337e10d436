import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';
import type { Registry } from '../registry/registry';
import { indexName, mysqlCollation, sqlTypes } from './portable-table';

/** What a table is to TypeORM. */
export type TableShape = Pick<Registry, 'table' | 'stored' | 'key' | 'indices' | 'persons'>;

/** A registry's table for TypeORM, by which a test compares what registries declare with what migrations made. */
export function entityOf(registry: TableShape, mysql: boolean): EntitySchema {
  const column = (stored: TableShape['stored'][number]): EntitySchemaColumnOptions => ({
    type: sqlTypes[stored.type],
    nullable: stored.nullable,
    primary: registry.key.includes(stored.name),
    ...(stored.length === undefined ? {} : { length: stored.length }),
    ...(mysql && stored.type === 'text' ? { collation: mysqlCollation } : {}),
  });
  return new EntitySchema({
    name: registry.table,
    tableName: registry.table,
    columns: Object.fromEntries(registry.stored.map((stored) => [stored.name, column(stored)])),
    indices: indicesOf(registry).map((columns) => ({
      name: indexName(registry.table, columns),
      columns: [...columns],
    })),
  });
}

/** The person columns, by which every look-up goes, and whatever else the registry asks for. */
export function indicesOf({ persons, indices }: TableShape): readonly (readonly string[])[] {
  return [...persons.map(({ personId }) => [personId]), ...indices];
}
