import { join } from 'node:path';
import { serveDepartments, urlSettings } from '../departments.mjs';
import { Load } from '../load.mjs';
import { Processes } from '../processes.mjs';
import { machineLoad, quantile } from '../rounds.mjs';
import { patience } from '../settings.mjs';
import { besideABatch, pageSize, pagesOf, pagesUnderWay } from '../steady/beside-a-batch.mjs';
import { lockedTable, stoppedProcess } from '../steady/hangs.mjs';
import { hanging, whileOneHangs } from '../steady/while-one-hangs.mjs';
import { withConnectionRoom } from '../connection-room.mjs';
import { mysqlServer } from '../district.mjs';
import { fixed, table } from '../tables.mjs';

/** Here deadlines are what they are where it runs: they are what is looked at. */
const { REQUEST_DEADLINE_MS: _, DEPARTMENT_DEADLINE_MS: __, MAX_RESPONSE_BYTES: ___, ...quotas } = patience;
const requestDeadlineMs = 3_000;
const departmentDeadlineMs = 800;

/** This gateway, all of it, over HTTP: while a department hangs, and while a batch goes on. */
export async function steadiness({ work, district, onMariadb, asked }) {
  const processes = new Processes();
  try {
    const opened = await open(processes, work, district);
    const before = machineLoad();
    const stopped = stoppedProcess(opened.departments.get(hanging));
    const hang = await whileOneHangs(opened, stopped, departmentDeadlineMs);
    const batch = await besideABatch(opened, asked.batch);
    const database = onMariadb && (await whileADatabaseHangs(work, onMariadb));
    return report({ hang, batch, database, load: `${before} before, ${machineLoad()} after` });
  } finally {
    await processes.close();
  }
}

/** All departments in the gateway's process, and a table of one of them locked by somebody else. */
function whileADatabaseHangs(work, district) {
  return withConnectionRoom(mysqlServer, async () => {
    const processes = new Processes();
    try {
      const opened = await open(processes, work, district, { together: true });
      const locked = lockedTable(mysqlServer, district.env.prefix, hanging, 'tax_incomes');
      return await whileOneHangs(opened, locked, departmentDeadlineMs);
    } finally {
      await processes.close();
    }
  });
}

async function open(processes, work, district, { together = false } = {}) {
  const env = { ...district.env, ...quotas };
  const departments = together
    ? new Map()
    : await serveDepartments(processes, { ...env, MAX_RESPONSE_BYTES: '67108864' });
  const server = await processes.serve(['test/bench/gateways/servers/ours.mjs', 'on'], {
    ...env,
    ...urlSettings(departments),
    MAX_RESPONSE_BYTES: '67108864',
    REQUEST_DEADLINE_MS: String(requestDeadlineMs),
    DEPARTMENT_DEADLINE_MS: String(departmentDeadlineMs),
    LEDGER_URL: join(work, `steady-${district.database}-ledger.sqlite`),
    LEDGER_WITNESS: join(work, `steady-${district.database}-heads.jsonl`),
  });
  const loadAs = async (role, connections) =>
    new Load(server.url, {
      connections,
      headers: { authorization: `Bearer ${await district.token(role)}`, 'x-access-purpose': 'RECHECK' },
    });
  return {
    departments,
    people: await loadAs('verifier', 8),
    machine: await loadAs('assistance', pagesUnderWay),
    ids: await district.householdsOf(4),
    pages: pagesOf([...(await district.householdsOf(3)), ...(await district.householdsOf(4))]),
  };
}

function report({ hang, batch, database, load }) {
  const row = (name, times) => [
    name,
    String(times.length),
    ...[0.5, 0.95, 1].map((share) => (times.length > 0 ? fixed(quantile(times, share), 1) : '–')),
  ];
  const text = [
    '## Steadiness, departments behind HTTP, this gateway on',
    '',
    `One client asks for profiles one after another. Load ${load}. The ${hang.hanging} department’s process is stopped: ` +
      `the rest of the first answer came after ${fixed(hang.first, 0)} ms, with a deadline of ${departmentDeadlineMs} ms for a department ` +
      `and ${requestDeadlineMs} ms for a request; told: ${hang.told.join(', ')}. ` +
      `While ${hang.peopleAtOnce} ask for 6 s, ${hang.waited.length} answers wait for it; for one person after that, the ` +
      `middle takes ${fixed(quantile(hang.spared, 0.5) / quantile(hang.healthy, 0.5))} of what it takes when all is well. ` +
      `Beside a batch of ${batch.asked} households (${pagesUnderWay} pages of ${pageSize} under way, ` +
      `${fixed(batch.rate, 0)} households/s, ${batch.sentAway} pages sent away and sent again, ` +
      `${batch.withErrors} with a department that was late) the 95th of a hundred waits ` +
      `${fixed(quantile(batch.beside, 0.95) / quantile(batch.idle, 0.95))} of what it waits otherwise.` +
      toldOfDatabase(database),
    '',
    table(
      ['', 'answers', 'p50 ms', 'p95 ms', 'longest ms'],
      [
        row('all is well', hang.healthy),
        row('one hangs, waited for', hang.waited),
        row('one hangs, after 6 s', hang.spared),
        row('one person, nobody else', batch.idle),
        row('one person beside the batch', batch.beside),
        ...(database
          ? [
              row('MariaDB, in process: all is well', database.healthy),
              row('a table is locked, waited for', database.waited),
              row('a table is locked, after 6 s', database.spared),
            ]
          : []),
      ],
    ),
  ];
  return text.join('\n');
}

function toldOfDatabase(database) {
  if (!database) return '';
  return (
    ` On MariaDB, with all departments in one process and a table of the ${database.hanging} department locked: the rest ` +
    `of the first answer came after ${fixed(database.first, 0)} ms; for one person after 6 s, the middle takes ` +
    `${fixed(quantile(database.spared, 0.5) / quantile(database.healthy, 0.5))} of what it takes when all is well.`
  );
}
