import type { Column } from './column';
import type { PersonColumn } from './person-column';
import type { Row, StoredColumn } from './stored-column';

/** Who runs a registry: the city's platform, which is asked first, or the district's own department. */
export type Tier = 'municipal' | 'district';

/** Whether a registry knows people everywhere or, being the city's own, only those registered in the city. */
export type Reach = 'nation' | 'city';

type Columns = Readonly<Record<string, Column>>;

/** Who a row is about, and under which name. */
export interface PersonOfRow {
  readonly personId: string;
  readonly name: string;
}

/** Another registry in which a value of this one has to exist. */
export interface Reference {
  /** The table's column, the same in both registries. */
  readonly column: string;
  readonly registry: Registry;
}

/** A registry as data: its file, its table, its agreed freshness and its reach. */
export interface Registry<Record = object> {
  /** The name in the graph, such as assistanceRolls. */
  readonly name: string;
  readonly chinese: string;
  /** The table's name and, with `.csv`, the exchange file's. */
  readonly table: string;
  readonly tier: Tier;
  readonly reach: Reach;
  /** How old its data may be, in hours, before it is STALE. */
  readonly refreshHours: number;
  readonly columns: readonly Column[];
  readonly stored: readonly StoredColumn[];
  /** The table's columns that identify a row. */
  readonly key: readonly string[];
  /** Empty for a registry that is not asked about persons. */
  readonly persons: readonly PersonOfRow[];
  readonly references: readonly Reference[];
  /** Further columns, or sets of columns, by which rows are sought. */
  readonly indices: readonly (readonly string[])[];
  /** The table's columns whose value, once it is there, no delivery takes back. */
  readonly lasting: readonly string[];
  /** The row as the graph gives it, by the names of `columns`. */
  readonly record: (row: Row) => Record;
}

interface Definition<C extends Columns> {
  readonly name: string;
  readonly chinese: string;
  readonly table?: string;
  readonly tier: Tier;
  readonly reach?: Reach;
  readonly refreshHours?: number;
  /** By the names of the graph's fields. */
  readonly columns: C;
  /** The fields that identify a row; `recordId` where left out. */
  readonly key?: readonly (keyof C & string)[];
  /** The fields that hold a person, with the fields that hold their names. */
  readonly persons?: readonly { readonly person: keyof C & string; readonly name: keyof C & string }[];
  readonly references?: readonly Reference[];
  readonly indices?: readonly (readonly (keyof C & string)[])[];
  readonly lasting?: readonly (keyof C & string)[];
}

export type RecordOf<C extends Columns> = {
  readonly [Field in keyof C]: C[Field] extends Column<infer Output> ? Output : never;
};

/** Defines a registry from its columns. */
export function defineRegistry<const C extends Columns>(definition: Definition<C>): Registry<RecordOf<C>> {
  const { columns } = definition;
  const fields = Object.entries(columns);
  const storedName = (field: keyof C & string): string => {
    const stored = columns[field]?.stored[0];
    if (!stored) throw new Error(`${definition.name} has no column ${field}`);
    return stored.name;
  };
  return {
    name: definition.name,
    chinese: definition.chinese,
    table: definition.table ?? definition.name,
    tier: definition.tier,
    reach: definition.reach ?? 'nation',
    refreshHours: definition.refreshHours ?? 24,
    columns: Object.values(columns),
    stored: Object.values(columns).flatMap((column) => column.stored),
    key: (definition.key ?? ['recordId']).map(storedName),
    persons: (definition.persons ?? []).map(({ person, name }) => ({
      personId: (columns[person] as Column as PersonColumn).personId,
      name: storedName(name),
    })),
    references: definition.references ?? [],
    indices: (definition.indices ?? []).map((index) => index.map(storedName)),
    lasting: (definition.lasting ?? []).map(storedName),
    // Made of every row of every household: a loop costs a third of what building entries does.
    record: (row) => {
      const record: Record<string, unknown> = {};
      for (const [field, column] of fields) record[field] = column.output(row);
      return record as RecordOf<C>;
    },
  };
}
