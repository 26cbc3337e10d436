import type { Column } from '../registry/column';
import type { Registry } from '../registry/registry';

/** The columns of a registry by each of the names that a header row may use. */
export function columnNames(registry: Registry): ReadonlyMap<string, Column> {
  return new Map(
    registry.columns.flatMap((column) =>
      [column.name, column.chinese, ...column.aliases].map((name) => [name, column] as const),
    ),
  );
}
