import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { bodiesFor } from '../asked.mjs';
import { serveDepartments, urlSettings } from '../departments.mjs';
import { Load } from '../load.mjs';
import { Processes } from '../processes.mjs';
import { outcomes } from '../question.mjs';
import { machineLoad, quantile } from '../rounds.mjs';
import { patience } from '../settings.mjs';
import { fixed, table } from '../tables.mjs';

/** Here deadlines are what they are where it runs: they are what is looked at. */
const { REQUEST_DEADLINE_MS: _, DEPARTMENT_DEADLINE_MS: __, MAX_RESPONSE_BYTES: ___, ...quotas } = patience;
const requestDeadlineMs = 3_000;
const departmentDeadlineMs = 800;

const hanging = 'taxation';

/** A person asks every so often; the assistance system has so many pages under way. */
const everyMs = 50;
const pagesUnderWay = 4;
const pageSize = 200;
const retryMs = 1_000;

/** This gateway, all of it, over HTTP: while a department hangs, and while a batch goes on. */
export async function steadiness({ work, district, asked }) {
  const processes = new Processes();
  try {
    const opened = await open(processes, work, district);
    const before = machineLoad();
    const hang = await whileOneHangs(opened);
    const batch = await besideABatch(opened, asked);
    return report({ hang, batch, load: `${before} before, ${machineLoad()} after` });
  } finally {
    await processes.close();
  }
}

async function open(processes, work, district) {
  const env = { ...district.env, ...quotas };
  const departments = await serveDepartments(processes, { ...env, MAX_RESPONSE_BYTES: '67108864' });
  const server = await processes.serve(['test/bench/gateways/servers/ours.mjs', 'on'], {
    ...env,
    ...urlSettings(departments),
    MAX_RESPONSE_BYTES: '67108864',
    REQUEST_DEADLINE_MS: String(requestDeadlineMs),
    DEPARTMENT_DEADLINE_MS: String(departmentDeadlineMs),
    LEDGER_URL: join(work, 'steady-ledger.sqlite'),
    LEDGER_WITNESS: join(work, 'steady-heads.jsonl'),
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

function pagesOf(ids) {
  const pages = [];
  for (let from = 0; from + pageSize <= ids.length; from += pageSize)
    pages.push(ids.slice(from, from + pageSize));
  return pages.length > 0 ? pages : [ids];
}

/** One question after another, for so many seconds or until it is over; how long each took, in ms, in their order. */
async function askOneByOne(
  { people, ids },
  { seconds = Infinity, isOver = () => false, everyMs: every = 0, look },
) {
  const next = bodiesFor(ids)(1);
  const times = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && !isOver()) {
    const rest = pause(every);
    const began = performance.now();
    const answer = await people.answer(next());
    times.push(performance.now() - began);
    look?.(answer, times.at(-1));
    await rest;
  }
  return times;
}

const sorted = (times) => [...times].sort((a, b) => a - b);

/** Stops a department's process in the middle of its work, and lets it go on in the end. */
async function whileOneHangs(opened) {
  await askOneByOne(opened, { seconds: 3 });
  const healthy = sorted(await askOneByOne(opened, { seconds: 4 }));
  const process = opened.departments.get(hanging);
  process.signal('SIGSTOP');
  try {
    const waited = [];
    const told = new Set();
    const times = await askOneByOne(opened, {
      seconds: 20,
      look: ({ data, errors = [] }, time) => {
        for (const { extensions } of errors) told.add(`${extensions.code} of ${extensions.department}`);
        const { registrations, assets } = data.household;
        // All others have to have answered.
        if (registrations.taxes.status !== 'UNAVAILABLE' && registrations.taxes.status !== 'UNAUTHORISED') {
          throw new Error('a stopped department answered');
        }
        if ([registrations.residents, assets.vehicles].some(({ status }) => status === 'UNAVAILABLE')) {
          throw new Error('a department that works did not answer');
        }
        if (time > departmentDeadlineMs / 2) waited.push(time);
      },
    });
    const spared = sorted(times.filter((time) => time <= departmentDeadlineMs / 2));
    return { healthy, times, waited: sorted(waited), spared, told: [...told] };
  } finally {
    process.signal('SIGCONT');
  }
}

async function besideABatch(opened, { batch: households }) {
  // What a department missed is over first.
  await askOneByOne(opened, { seconds: 8 });
  const idle = sorted(await askOneByOne(opened, { seconds: 5, everyMs }));
  let asked = 0;
  let sentAway = 0;
  let withErrors = 0;
  let isOver = false;
  const answered = async (body) => {
    for (;;) {
      const { status, chunks } = await opened.machine.ask(body);
      if (status === 200) return JSON.parse(Buffer.concat(chunks).toString());
      if (status !== 503) throw new Error(`a page is answered with ${status}`);
      // There is no room for more pages; whoever comes again later is as welcome.
      sentAway += 1;
      await pause(retryMs);
    }
  };
  const began = performance.now();
  const goThrough = Promise.all(
    Array.from({ length: pagesUnderWay }, async () => {
      while (asked < households) {
        const ids = opened.pages[Math.floor(asked / pageSize) % opened.pages.length];
        asked += ids.length;
        const { errors } = await answered(JSON.stringify({ query: outcomes, variables: { ids } }));
        if (errors) withErrors += 1;
      }
    }),
  ).finally(() => (isOver = true));
  const [beside] = await Promise.all([askOneByOne(opened, { isOver: () => isOver, everyMs }), goThrough]);
  const rate = asked / ((performance.now() - began) / 1000);
  return { idle, beside: sorted(beside), rate, asked, sentAway, withErrors };
}

function report({ hang, batch, load }) {
  const row = (name, times) => [
    name,
    String(times.length),
    ...[0.5, 0.95, 1].map((share) => (times.length > 0 ? fixed(quantile(times, share), 1) : '–')),
  ];
  const first = hang.times[0];
  const text = [
    '## Steadiness, departments behind HTTP, this gateway on',
    '',
    `One client asks for profiles one after another. Load ${load}. The ${hanging} department’s process is stopped for 20 s: ` +
      `the rest of the first answer came after ${fixed(first, 0)} ms, with a deadline of ${departmentDeadlineMs} ms for a department ` +
      `and ${requestDeadlineMs} ms for a request; told: ${hang.told.join(', ')}. ` +
      `${hang.waited.length} of ${hang.times.length} answers waited for it; of the others the middle took ` +
      `${fixed(quantile(hang.spared, 0.5) / quantile(hang.healthy, 0.5))} of what it takes when all is well. ` +
      `Beside a batch of ${batch.asked} households (${pagesUnderWay} pages of ${pageSize} under way, ` +
      `${fixed(batch.rate, 0)} households/s, ${batch.sentAway} pages sent away and sent again, ` +
      `${batch.withErrors} with a department that was late) the 95th of a hundred waits ` +
      `${fixed(quantile(batch.beside, 0.95) / quantile(batch.idle, 0.95))} of what it waits otherwise.`,
    '',
    table(
      ['', 'answers', 'p50 ms', 'p95 ms', 'longest ms'],
      [
        row('all is well', hang.healthy),
        row('one hangs, waited for', hang.waited),
        row('one hangs, spared', hang.spared),
        row('one person, nobody else', batch.idle),
        row('one person beside the batch', batch.beside),
      ],
    ),
  ];
  return text.join('\n');
}
