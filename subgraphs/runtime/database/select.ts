import type { Row, SqlValue } from '../registry/stored-column';

/**
 * Reads rows. Past the deadline, in milliseconds since the epoch, it rejects with DeadlineExceeded, and what MySQL or
 * MariaDB is doing is ended there; SQLite ends nothing that it has begun.
 */
export type Select = (sql: string, values?: readonly SqlValue[], deadline?: number) => Promise<Row[]>;
