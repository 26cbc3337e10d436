import type { Session, SqlValue } from './connect-database';

/** SQLite takes 32,766 values a statement; MySQL takes statements of some megabytes. */
const [maxValues, maxCharacters] = [20_000, 500_000];

/** Inserts rows into a table, many with one statement. */
export class BatchInsert {
  readonly #session: Session;
  readonly #into: string;
  readonly #width: number;
  #values: SqlValue[] = [];
  #characters = 0;

  constructor(session: Session, table: string, columns: readonly string[]) {
    this.#session = session;
    this.#into = `INSERT INTO ${table} (${columns.join(', ')}) VALUES `;
    this.#width = columns.length;
  }

  /** Takes a row. Wait for `flush` before the next one where it is full: memory ends there. */
  add(row: readonly SqlValue[]): void {
    for (const value of row) {
      this.#values.push(value);
      if (typeof value === 'string') this.#characters += value.length;
    }
  }

  /** Inserts any number of rows. */
  static async all(
    session: Session,
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly SqlValue[]>,
  ): Promise<void> {
    const insert = new BatchInsert(session, table, columns);
    for (const row of rows) {
      insert.add(row);
      if (insert.isFull) await insert.flush();
    }
    await insert.flush();
  }

  get isFull(): boolean {
    return this.#values.length + this.#width > maxValues || this.#characters > maxCharacters;
  }

  async flush(): Promise<void> {
    const values = this.#values;
    if (values.length === 0) return;
    [this.#values, this.#characters] = [[], 0];
    const row = `(${Array(this.#width).fill('?').join(', ')})`;
    const rows = Array(values.length / this.#width).fill(row);
    await this.#session.run(this.#into + rows.join(', '), values);
  }
}
