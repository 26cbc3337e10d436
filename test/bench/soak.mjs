/**
 * By hand: a gateway under mixed load for as long as is asked, while departments hang in turn and an auditor asks 100,000
 * different questions. Prints the memory of the gateway each minute, and how fast it grows after the first fifth of the
 * time. `npm run bench:soak -- 60` for an hour.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { serveDepartments, urlSettings } from './gateways/departments.mjs';
import { District } from './gateways/district.mjs';
import { Load } from './gateways/load.mjs';
import { Processes } from './gateways/processes.mjs';
import { bodyFor, outcomes } from './gateways/question.mjs';
import { patience } from './gateways/settings.mjs';

const minutes = Number(process.argv[2] ?? 60);
const different = Number(process.argv[3] ?? 100_000);
const people = 8;
const hangingMs = 3_000;
const faultEveryMs = 20_000;

const until = performance.now() + minutes * 60_000;
const isOver = () => performance.now() >= until;
const counts = { questions: 0, pages: 0, different: 0, refused: 0, faults: 0 };

/** An answer may have gaps while a department hangs, and a question may be sent away; anything else ends the run. */
async function ask(load, body, kind) {
  const { status, chunks } = await load.ask(body);
  counts[kind] += 1;
  if (status === 503) counts.refused += 1;
  else if (status !== 200) throw new Error(`${kind}: ${status} ${Buffer.concat(chunks)}`);
}

async function askAgain(load, kind, nextBody, everyMs = 0) {
  while (!isOver()) {
    await ask(load, nextBody(), kind);
    if (everyMs > 0) await pause(everyMs);
  }
}

/** A question that nobody has asked before. */
function otherQuestion(ids) {
  const number = counts.different;
  const query = `{ household(id: "${ids[number % ids.length]}") { a${number}: id residence members { declaredName } } }`;
  return JSON.stringify({ query });
}

async function hangInTurn(departments) {
  const all = [...departments.values()];
  while (!isOver()) {
    const one = all[counts.faults % all.length];
    one.signal('SIGSTOP');
    await pause(hangingMs);
    one.signal('SIGCONT');
    counts.faults += 1;
    await pause(Math.min(faultEveryMs, Math.max(0, until - performance.now())));
  }
}

async function watchMemory(server) {
  const seen = [];
  const began = performance.now();
  console.log('| minute | MB | questions | pages | different questions | refused | faults |');
  console.log('|---|---|---|---|---|---|---|');
  while (!isOver()) {
    await pause(Math.min(60_000, Math.max(1, until - performance.now())));
    const minute = (performance.now() - began) / 60_000;
    seen.push({ minute, megabytes: server.megabytes });
    console.log(
      `| ${minute.toFixed(0)} | ${server.megabytes.toFixed(0)} | ${Object.values(counts).join(' | ')} |`,
    );
  }
  return seen;
}

/** Least squares: megabytes a minute, and the mean. */
function slopeOf(seen) {
  const mean = (of) => seen.reduce((sum, one) => sum + of(one), 0) / seen.length;
  const [minute, megabytes] = [mean((one) => one.minute), mean((one) => one.megabytes)];
  const spread = seen.reduce((sum, one) => sum + (one.minute - minute) ** 2, 0);
  const together = seen.reduce((sum, one) => sum + (one.minute - minute) * (one.megabytes - megabytes), 0);
  return { slope: together / spread, megabytes };
}

const work = mkdtempSync(join(tmpdir(), 'soak-'));
const processes = new Processes();
try {
  const district = District.make(work, { people: 3_000, database: 'sqlite', name: 'soak' });
  const { DEPARTMENT_DEADLINE_MS: _, REQUEST_DEADLINE_MS: __, ...quotas } = patience;
  const env = { ...district.env, ...quotas };
  const departments = await serveDepartments(processes, env);
  const server = await processes.serve(['test/bench/gateways/servers/ours.mjs', 'on'], {
    ...env,
    ...urlSettings(departments),
    LEDGER_URL: join(work, 'ledger.sqlite'),
    LEDGER_WITNESS: join(work, 'heads.jsonl'),
  });
  const loadAs = async (role, purpose) =>
    new Load(server.url, {
      connections: people,
      headers: {
        authorization: `Bearer ${await district.token(role)}`,
        'x-access-purpose': purpose,
        'x-access-reason': 'soak',
      },
    });
  const [verifier, machine, auditor] = await Promise.all([
    loadAs('verifier', 'RECHECK'),
    loadAs('assistance', 'RECHECK'),
    loadAs('auditor', 'AUDIT'),
  ]);
  const ids = (await district.householdsOf(3)).slice(0, 200);
  const next = () => bodyFor(ids[counts.questions % ids.length]);
  const seen = watchMemory(server);
  await Promise.all([
    ...Array.from({ length: people }, () => askAgain(verifier, 'questions', next, 20)),
    askAgain(machine, 'pages', () => JSON.stringify({ query: outcomes, variables: { ids } }), 500),
    askAgain(auditor, 'different', () => otherQuestion(ids), (minutes * 60_000) / different / 2),
    hangInTurn(departments),
    seen,
  ]);
  const { slope, megabytes } = slopeOf((await seen).filter(({ minute }) => minute > minutes / 5));
  console.log(
    `\n${((1000 * slope) / megabytes).toFixed(2)} % in ten minutes, ${server.peakMegabytes.toFixed(0)} MB at most`,
  );
} finally {
  await processes.close();
  rmSync(work, { recursive: true, force: true });
}
