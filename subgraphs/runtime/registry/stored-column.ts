/** What a database cell holds, on either database: amounts as integer fen, dates as text, flags as 0 and 1. */
export type SqlValue = string | number | null;

/** A row as a statement returns it. */
export type Row = Readonly<Record<string, SqlValue>>;

/** A `document` is a text of any length, which no index holds. */
export type StoredType = 'text' | 'document' | 'date' | 'fen' | 'flag' | 'integer' | 'decimal';

/** A column of a table, in words that mean the same on SQLite and on MySQL. */
export interface StoredColumn {
  readonly name: string;
  readonly type: StoredType;
  /** For text: how many characters fit. */
  readonly length?: number;
  readonly nullable: boolean;
}
