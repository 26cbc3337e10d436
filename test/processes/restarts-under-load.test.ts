import { join } from 'node:path';
import { askAs, type Ask, type HttpAnswer } from '../support/ask-over-http';
import { gateway, openProcesses, type Running } from '../support/processes';
import { send } from '../support/send';
import { patience, underLoad } from '../support/under-load';

jest.setTimeout(1_200_000);

/** How often a gateway is restarted; more by hand. */
const restarts = Number(process.env['RESTARTS'] ?? 2);

const askers = 4;
const query = '{ household(id: "YB-2018-0001") { members { declaredName } assets { vehicles { status } } } }';

const processes = openProcesses('restarts');
afterAll(() => processes.close());

/** Starts a gateway that keeps its own ledger; on the port that it had, where it is given. */
function serve(name: string, port = '0'): Promise<Running> {
  const folder = processes.dataDir;
  const settings = {
    LOG_LEVEL: 'silent',
    PORT: port,
    LEDGER_URL: join(folder, `ledger-${name}.sqlite`),
    LEDGER_WITNESS: join(folder, `heads-${name}.jsonl`),
    DRAIN_DELAY_MS: '300',
    ...patience,
  };
  return processes.serve({ command: gateway(), settings });
}

/** Whether a gateway takes requests, as whoever spreads them over gateways finds out. */
async function isReady(url: string): Promise<boolean> {
  const ready = new URL('/health/ready', url).href;
  return send(ready, { method: 'GET' }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Asks one that is ready, and another where it takes no connection after all. */
async function askReady(ask: Ask, urls: readonly string[], first: number): Promise<HttpAnswer> {
  for (let turn = first; ; turn += 1) {
    const url = urls[turn % urls.length] ?? '';
    if (!(await isReady(url))) continue;
    try {
      return await ask(url, { query });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
    }
  }
}

describe('Two gateways of which one after the other is restarted', () => {
  it(`lose no request, ${restarts} times over`, async () => {
    const names = ['one', 'other'];
    const running = [await serve('one'), await serve('other')];
    const urls = running.map(({ url }) => url);
    const ask = await askAs('caseworker', processes.dataDir);
    const ends: (number | null)[] = [];
    const { answered, failures } = await underLoad(
      askers,
      async (asker) => {
        const { status, data, errors } = await askReady(ask, urls, asker);
        expect([status, errors, data]).toEqual([200, [], { household: expect.anything() }]);
      },
      async () => {
        for (let restart = 0; restart < restarts; restart += 1) {
          const index = restart % 2;
          running[index]?.signal('SIGTERM');
          ends.push((await running[index]?.ended())?.status ?? null);
          running[index] = await serve(names[index]!, new URL(urls[index]!).port);
        }
      },
    );
    expect(failures).toEqual([]);
    expect(ends).toEqual(Array.from({ length: restarts }, () => 0));
    expect(answered).toBeGreaterThan(10 * restarts);
    if (process.env['RESTARTS']) process.stderr.write(`${answered} answers over ${restarts} restarts\n`);
  });
});
