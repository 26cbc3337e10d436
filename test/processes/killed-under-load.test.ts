import { pino } from 'pino';
import { openLedger } from '../../gateway/ledger/open-ledger';
import { askAs, sharedConfig } from '../support/ask-over-http';
import { gateway, openProcesses } from '../support/processes';

jest.setTimeout(600_000);

/** How often a gateway is killed; more by hand. */
const kills = Number(process.env['KILLS'] ?? 2);

/** How many ask at the same time, and how many answers a gateway gives before it is killed. */
const [askers, answersBefore] = [16, 150];

const processes = openProcesses('killed');
afterAll(() => processes.close());

const settings = { LOG_LEVEL: 'silent' };
const query = '{ household(id: "YB-2018-0001") { members { declaredName } assets { vehicles { status } } } }';

/** The correlation ids of all accesses in the ledger. */
async function recorded(): Promise<ReadonlySet<string>> {
  const ledger = await openLedger({
    config: sharedConfig(processes.dataDir),
    logger: pino({ level: 'silent' }),
    clock: () => new Date(),
  });
  const ids = new Set<string>();
  let after: string | null = null;
  for (;;) {
    const { accesses, hasNextPage } = await ledger.read({ filter: {}, first: 100, after });
    for (const { entry } of accesses) ids.add(entry.correlationId);
    after = accesses.at(-1)?.cursor ?? null;
    if (!hasNextPage) break;
  }
  await ledger.close();
  return ids;
}

describe('A gateway that is killed while many ask', () => {
  it(`has an entry of every answer that it gave, ${kills} times over, and its ledger holds`, async () => {
    const answered: string[] = [];
    for (let kill = 1; kill <= kills; kill += 1) {
      const running = await processes.serve({ command: gateway(), settings });
      const ask = await askAs('caseworker', processes.dataDir);
      let count = 0;
      let isKilled = false;
      const asker = async (number: number): Promise<void> => {
        for (let turn = 0; !isKilled; turn += 1) {
          const correlationId = `killed-${kill}-${number}-${turn}`;
          const answer = await ask(running.url, { query, correlationId }).catch(() => undefined);
          if (!answer) return;
          expect([answer.status, answer.data]).toEqual([200, expect.anything()]);
          answered.push(correlationId);
          count += 1;
          if (count === answersBefore + 37 * kill) {
            isKilled = true;
            running.signal('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: askers }, (_, number) => asker(number)));
      await running.ended();
      expect(isKilled).toBe(true);
    }
    const entries = await recorded();
    expect(answered.length).toBeGreaterThan(answersBefore * kills);
    expect(answered.filter((id) => !entries.has(id))).toEqual([]);

    const { status, stdout } = await processes.run({
      command: ['dist/gateway/ledger/cli.js', 'verify'],
      settings,
    });
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([0, 'OK']);
  });
});
