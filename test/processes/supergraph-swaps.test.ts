import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../schema/package-root';
import { askAs } from '../support/ask-over-http';
import { eventually } from '../support/eventually';
import { gateway, openProcesses } from '../support/processes';
import { patience, underLoad } from '../support/under-load';

jest.setTimeout(1_200_000);

/** How often the supergraph is another; more by hand. */
const swaps = Number(process.env['SWAPS'] ?? 5);

const askers = 8;
const query = `{
  __type(name: "Household") { description }
  household(id: "YB-2018-0001") { members { declaredName } assets { vehicles { status } } }
}`;

const original = readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8');
const numbered = (number: number) =>
  original.replace('A family as it applies for assistance.', `The supergraph of number ${number}.`);

const processes = openProcesses('swaps');
afterAll(() => processes.close());

describe('A gateway whose supergraph becomes another', () => {
  it(`answers every request, ${swaps} times over`, async () => {
    await mkdir(processes.dataDir, { recursive: true });
    const path = join(processes.dataDir, 'supergraph.graphql');
    const put = (text: string): void => {
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    };
    put(numbered(0));
    const running = await processes.serve({
      command: gateway(),
      settings: { SUPERGRAPH: path, ...patience },
    });
    const ask = await askAs('caseworker', processes.dataDir);
    const lines = (line: string) => running.stdout().split(`"${line}"`).length - 1;
    const seen = new Set<string>();
    const { answered, failures } = await underLoad(
      askers,
      async () => {
        const { status, data, errors } = await ask(running.url, { query });
        expect([status, errors]).toEqual([200, []]);
        expect(data).toMatchObject({ household: { assets: { vehicles: { status: 'FOUND' } } } });
        seen.add(/number \d+/.exec(JSON.stringify(data))?.[0] ?? '');
      },
      async () => {
        for (let swap = 1; swap <= swaps; swap += 1) {
          put(numbered(swap));
          running.signal('SIGHUP');
          await eventually('it is taken', 20_000, () => lines('supergraph taken') === swap || undefined);
        }
        put(original.slice(0, 50_000));
        running.signal('SIGHUP');
        await eventually('it is refused', 20_000, () => lines('supergraph not taken') > 0 || undefined);
      },
    );
    expect(failures).toEqual([]);
    expect(seen).toContain(`number ${swaps}`);
    expect(seen.size).toBeGreaterThan(swaps / 2);
    if (process.env['SWAPS']) process.stderr.write(`${answered} answers over ${swaps} swaps\n`);
    running.signal('SIGTERM');
    expect((await running.ended()).status).toBe(0);
  });
});
