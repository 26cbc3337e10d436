import { createPool, type Pool, type PoolConnection } from 'mysql2';
import { DeadlineExceeded } from '../../../schema/wire/within';
import type { Row, SqlValue } from '../registry/stored-column';
import type { Select } from './select';

/** Reading from MySQL or MariaDB. */
export interface MysqlReader {
  readonly select: Select;
  close(): Promise<void>;
}

/**
 * Reads on TypeORM's pool, without what TypeORM does for each statement. One that runs past its deadline is ended on the
 * server, together with its connection, from a connection that is opened when it is first needed: those of the pool may
 * all be busy with what is to be ended. A server that is only left alone would go on with the statement.
 */
export function mysqlReader(pool: Pool, url: string, onStatement?: (sql: string) => void): MysqlReader {
  let killers: Pool | undefined;
  const end = (connection: PoolConnection): void => {
    connection.destroy();
    killers ??= createPool({ uri: url, connectionLimit: 1 });
    // Nobody waits for it, and a statement that has ended meanwhile is none to be ended.
    killers.query(`KILL ${connection.threadId}`, () => undefined);
  };
  return {
    select: (sql, values = [], deadline) =>
      new Promise((resolve, reject) => {
        if (deadline !== undefined && deadline <= Date.now()) {
          reject(new DeadlineExceeded());
          return;
        }
        let lent: PoolConnection | undefined;
        let isLate = false;
        const tooLate = (): void => {
          isLate = true;
          if (lent) end(lent);
          reject(new DeadlineExceeded());
        };
        const timer = deadline === undefined ? undefined : setTimeout(tooLate, deadline - Date.now());
        pool.getConnection((failure, connection) => {
          if (failure) {
            clearTimeout(timer);
            reject(failure);
          } else if (isLate) connection.release();
          else {
            lent = connection;
            onStatement?.(sql);
            connection.query(sql, values as SqlValue[], (error, rows) => {
              clearTimeout(timer);
              if (isLate) return;
              connection.release();
              if (error) reject(error);
              else resolve(rows as unknown as Row[]);
            });
          }
        });
      }),
    close: () =>
      new Promise((resolve) => {
        if (killers) killers.end(() => resolve());
        else resolve();
      }),
  };
}
