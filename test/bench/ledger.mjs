/**
 * By hand: fills an access ledger with N entries in a temporary folder, through the ledger's own chain in bulk, and
 * times the verification that users run. `npm run bench:ledger -- 1000000`
 */
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
const built = (path) => require(join(root, 'dist', path));
const { newSigningKey, publicSet } = built('schema/config/keys.js');
const { connectLedger, settingsOf } = built('gateway/ledger/ledger-database.js');
const { Chain } = built('gateway/ledger/chain.js');
const { HeadSigner } = built('gateway/ledger/head-signer.js');
const { pendingEntry } = built('gateway/ledger/pending-entry.js');
const { processTimers } = built('gateway/ledger/timers.js');
const { Witness } = built('gateway/ledger/witness.js');

const count = Number(process.argv[2] ?? 1_000_000);
const batch = 1000;
const began = Date.UTC(2026, 0, 1);

const fieldLists = Array.from({ length: 200 }, (_, operation) =>
  Array.from({ length: 60 }, (_field, index) => `Type${index % 12}.field${operation}x${index}`).sort(),
);
const statuses = ['NO_RECORD', 'NO_RECORD', 'NO_RECORD', 'FOUND', 'STALE', 'UNAVAILABLE'];
const pseudonym = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The i-th access: one household, five persons, 60 fields, 20 registries. */
function access(i) {
  const household = i % 300_000;
  return {
    at: new Date(began + i * 400).toISOString(),
    subject: `caseworker-${i % 300}`,
    role: 'caseworker',
    divisions: ['500112'],
    purpose: 'APPLICATION_REVIEW',
    reason: null,
    correlationId: randomBytes(16).toString('hex'),
    operation: 'AssessHousehold',
    document: createHash('sha256')
      .update(String(i % 200))
      .digest('hex'),
    households: [
      { id: `YB-2026-${household}`, division: `500112${String(household % 20).padStart(6, '0')}` },
    ],
    persons: Array.from({ length: 5 }, (_, member) => pseudonym(`${household} ${member}`)),
    fields: fieldLists[i % 200],
    registries: Array.from({ length: 20 }, (_, registry) => ({
      name: `registry${registry}`,
      statuses: [{ status: statuses[(i + registry) % statuses.length], households: [0] }],
    })),
    outcome: 'ANSWERED',
    codes: [],
  };
}

async function fill(file, heads, key) {
  const [timers, logger] = [processTimers, { error: (...told) => console.error(...told) }];
  const witness = await Witness.open(heads);
  let now = began;
  const signer = new HeadSigner({
    ...{ signer: key, witness, timers, logger },
    interval: { entries: batch, milliseconds: 60_000 },
    clock: () => new Date(now),
    onDue: () => undefined,
  });
  const database = await connectLedger(settingsOf(file));
  const { chain, head } = await Chain.begin(database, new Date(began), (tip) => signer.sign(tip));
  await signer.testify(head);
  for (let i = 0; i < count; i += batch) {
    const entries = Array.from({ length: Math.min(batch, count - i) }, (_, k) => pendingEntry(access(i + k)));
    await chain.append(database, entries);
    now = began + (i + batch) * 400;
    await signer.store(database, chain.tip);
  }
  await witness.close();
  await database.close();
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const [file, heads, keys] = ['ledger.sqlite', 'heads.jsonl', 'keys.json'].map((name) => join(work, name));
  const { key } = newSigningKey();
  writeFileSync(keys, JSON.stringify(publicSet(key)));
  let started = performance.now();
  const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
  await fill(file, heads, key);
  console.log(`${count} entries written in ${seconds()} s, ${(statSync(file).size / 1e6).toFixed(0)} MB`);

  started = performance.now();
  const usage = join(root, 'test/bench/report-usage.cjs');
  const command = ['dist/gateway/ledger/cli.js', 'verify', '--url', file, '--keys', keys, '--heads', heads];
  const child = spawn(process.execPath, ['--require', usage, ...command], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let peak = 0;
  child.on('message', ({ maxRSS }) => (peak = maxRSS / 1024));
  const [status] = await once(child, 'close');
  console.log(`verified in ${seconds()} s, peak ${peak.toFixed(0)} MB, exit ${status}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
