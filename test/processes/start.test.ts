import { pino } from 'pino';
import { roles } from '../../gateway/access/roles';
import { departments } from '../../subgraphs';
import { keepsRegistries } from '../../subgraphs/runtime/define-subgraph';
import { openDepartment } from '../../subgraphs/runtime/serve/open-department';
import { sharedConfig } from '../support/ask-over-http';
import { printedHeaders, printedQuestion, printedTokens } from '../support/printed-at-start';
import { gateway, openProcesses, type Running } from '../support/processes';
import { send } from '../support/send';

const processes = openProcesses('start');

let first: Running;
let second: Running;
let statesOfFirst: Awaited<ReturnType<typeof registryStates>>;

beforeAll(async () => {
  first = await processes.serve({ command: gateway() });
  statesOfFirst = await registryStates();
}, 60_000);

afterAll(() => processes.close());

/** What every registry's database says of its data as a whole. */
async function registryStates() {
  const config = sharedConfig(processes.dataDir);
  const states = await Promise.all(
    departments.filter(keepsRegistries).map(async (subgraph) => {
      const opened = await openDepartment(subgraph, { config, logger: pino({ level: 'silent' }) });
      const rows = await opened.database.select('SELECT * FROM registry_state ORDER BY registry');
      await opened.close();
      return rows;
    }),
  );
  return states.flat();
}

/** The answer to the question that a start prints. */
async function answerTo({ url, ...running }: Running, token: string | undefined): Promise<unknown> {
  const headers = { ...printedHeaders({ url, ...running }), authorization: `Bearer ${token}` };
  const { status, text } = await send(url, { headers, body: printedQuestion({ url, ...running }) });
  expect(status).toBe(200);
  return JSON.parse(text);
}

const answer = {
  data: {
    household: {
      members: [{ declaredName: expect.any(String) }, { declaredName: expect.any(String) }],
      assets: { vehicles: { status: 'FOUND', records: [{ brandModel: expect.any(String) }] } },
    },
  },
};

describe('The first start', () => {
  it('prints a token for each role, and a question that it answers with it', async () => {
    const tokens = printedTokens(first);
    expect([...tokens.keys()]).toEqual(Object.keys(roles).filter((role) => role !== 'verification'));
    expect(first.stdout()).toContain(`curl -s ${first.url} `);
    expect(await answerTo(first, tokens.get('caseworker'))).toEqual(answer);
  });

  it('fills every registry with the sample', () => {
    const registries = departments.flatMap((subgraph) => subgraph.registries.map(({ name }) => name));
    expect(statesOfFirst.map(({ registry }) => registry).sort()).toEqual([...registries].sort());
    expect(new Set(statesOfFirst.map(({ source }) => source))).toEqual(new Set(['sample']));
  });

  it('ends with status 0 when it is told to', async () => {
    first.signal('SIGTERM');
    expect((await first.ended()).status).toBe(0);
  });
});

describe('The second start', () => {
  beforeAll(async () => {
    second = await processes.serve({ command: gateway() });
  }, 60_000);

  it('imports nothing again, and lets the sample be as of now', async () => {
    const states = await registryStates();
    expect(states).toEqual(statesOfFirst.map((state) => ({ ...state, as_of: expect.any(Number) })));
    const renewed = states.filter(
      ({ as_of }, index) => Number(as_of) > Number(statesOfFirst[index]?.['as_of']),
    );
    expect(renewed).toHaveLength(states.length);
  });

  it('knows the tokens of the first', async () => {
    expect(await answerTo(second, printedTokens(first).get('caseworker'))).toEqual(answer);
  });

  it('knows the token that `npm run token` prints as its last line', async () => {
    const { status, stdout } = await processes.run({
      program: 'npm',
      command: ['run', 'token', '--', '--role', 'caseworker'],
    });
    expect(status).toBe(0);
    expect(await answerTo(second, stdout.trimEnd().split('\n').at(-1))).toEqual(answer);
  }, 30_000);
});
