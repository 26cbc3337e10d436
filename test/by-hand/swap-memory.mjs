// Swaps the supergraph again and again, and prints what memory is left in use, which should not grow, and for how long
// nobody else was served meanwhile.
//   node --expose-gc test/by-hand/swap-memory.mjs [SWAPS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { openGraph } = require('../../dist/gateway/main.js');
const { readConfig } = require('../../dist/schema/config/read-config.js');
const { roles } = require('../../dist/gateway/access/roles.js');
const { gatewayContext } = require('../../dist/gateway/gateway-context.js');
const { statedPurpose } = require('../../dist/gateway/access/purpose.js');
const { pino } = require('pino');

const swaps = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'swap-memory-'));
const path = join(folder, 'supergraph.graphql');
const original = readFileSync('schema/supergraph.graphql', 'utf8');
writeFileSync(path, original);
const logger = pino({ level: 'silent' });
const config = readConfig({ DATA_DIR: join(folder, 'data'), SUPERGRAPH: path }, []);
const graph = await openGraph({ config, logger });

/** Plans and asks, so that a plan and a schema are in use; the registries are empty, and say so. */
async function ask() {
  const role = 'caseworker';
  const query = '{ household(id: "YB-1") { members { declaredName } eligibility { outcome } } }';
  const contextValue = gatewayContext({
    principal: { subject: 'by-hand', role, scopes: new Set(roles[role]) },
    stated: statedPurpose(role, { purpose: 'RECHECK', reason: undefined }),
    correlationId: 'swap-memory',
    deadline: Date.now() + 10_000,
    logger,
  });
  await graph.server.executeOperation({ query }, { contextValue });
}

const blocked = monitorEventLoopDelay({ resolution: 1 });
const servers = [];
for (let swap = 0; swap <= swaps; swap += 1) {
  await ask();
  if (swap % 10 === 0) {
    for (let round = 0; round < 3; round += 1) {
      await pause(50);
      globalThis.gc();
    }
    const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);
    const { heapUsed, rss } = process.memoryUsage();
    const alive = servers.filter((server) => server.deref() !== undefined).length;
    process.stdout.write(
      `${swap} swaps: heap ${megabytes(heapUsed)} MB, rss ${megabytes(rss)} MB, ${alive} old servers in memory, at most ${Math.round(blocked.max / 1e6)} ms in one go\n`,
    );
  }
  servers.push(new WeakRef(graph.server));
  writeFileSync(path, `${original}\n# ${swap}\n`);
  blocked.enable();
  await graph.reload();
  blocked.disable();
  if (servers.at(-1).deref() === graph.server) throw new Error('the supergraph was not taken');
}
await graph.close();
rmSync(folder, { recursive: true });
