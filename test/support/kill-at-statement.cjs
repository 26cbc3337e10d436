// Preloaded into a process, it counts the SQL statements that TypeORM issues, and ends the process like a power
// cut at one of them. Statements are told without their values.
//   STATEMENT_LOG=FILE   every statement, a line each
//   KILL_AT=N            SIGKILL in place of the N-th statement, from 1
//   KILL_DURING=N        SIGKILL when the N-th has been sent, whether the database has done it or not
const { appendFileSync } = require('node:fs');
const { setImmediate } = require('node:timers');
const { DataSource } = require('typeorm');

const { STATEMENT_LOG, KILL_AT, KILL_DURING } = process.env;
const die = () => process.kill(process.pid, 'SIGKILL');
const createQueryRunner = DataSource.prototype.createQueryRunner;
const counted = new WeakSet();
let count = 0;

DataSource.prototype.createQueryRunner = function (...args) {
  const runner = createQueryRunner.apply(this, args);
  // On SQLite there is one runner, which comes again and again.
  if (counted.has(runner)) return runner;
  counted.add(runner);
  const query = runner.query;
  runner.query = function (sql, ...more) {
    count += 1;
    if (STATEMENT_LOG) appendFileSync(STATEMENT_LOG, `${sql.replace(/\s+/g, ' ').slice(0, 100)}\n`);
    if (count === Number(KILL_AT)) die();
    const result = query.call(this, sql, ...more);
    if (count === Number(KILL_DURING)) {
      setImmediate(die);
      result.then(die, die);
    }
    return result;
  };
  return runner;
};
