import { once } from 'node:events';
import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { now } from '../../support/district';
import { eventually } from '../../support/eventually';
import { connectTo } from '../../support/raw-connection';
import { send } from '../../support/send';

const query = '{ household(id: "YB-1") { id } }';

describe('A gateway that answers one question at a time and lets one wait', () => {
  let gateway: AttackedGateway;
  let clock = now;
  /** Lets civil affairs answer whoever waits for it. */
  const answers: (() => void)[] = [];
  let isSilent = true;
  beforeAll(async () => {
    const execute = () =>
      new Promise<{ data: null }>((resolve) => {
        if (isSilent) answers.push(() => resolve({ data: null }));
        else resolve({ data: null });
      });
    gateway = await openAttackedGateway({
      departments: [],
      instead: new Map([['civil-affairs', { execute, status: () => Promise.resolve([]) }]]),
      settings: { REQUESTS_AT_ONCE: '1', QUEUE_LENGTH: '1' },
      clock: () => clock,
    });
  });
  afterAll(() => gateway.close());

  const health = async (state: 'live' | 'ready') =>
    (await send(gateway.url.replace('/graphql', `/health/${state}`), { method: 'GET' })).status;
  const asked = (count: number) =>
    eventually('civil affairs is asked', 10_000, () => answers.length === count || undefined);
  const answerAll = () => answers.splice(0).forEach((answer) => answer());

  it('refuses the third, says when to come again, and is not ready until it has refused nobody for 5 seconds', async () => {
    expect(await health('ready')).toBe(200);
    const first = gateway.post({ query });
    await asked(1);
    const others = [gateway.post({ query }), gateway.post({ query })];
    const third = await Promise.race(others);
    expect(third.status).toBe(503);
    expect([third.codes, third.headers['retry-after']]).toEqual([['OVERLOADED'], '15']);
    expect([await health('ready'), await health('live')]).toEqual([503, 200]);
    expect(gateway.ledger.entries).toEqual([]);

    answerAll();
    expect((await first).status).toBe(200);
    await asked(1);
    answerAll();
    expect((await Promise.all(others)).map(({ status }) => status).sort()).toEqual([200, 503]);
    clock = new Date(clock.getTime() + 5_000);
    expect(await health('ready')).toBe(200);
  });

  it('gives no place to a stranger, nor to whoever takes no answer in its form', async () => {
    const first = gateway.post({ query });
    await asked(1);
    const strangers = await Promise.all([1, 2, 3].map(() => gateway.post({ query }, { as: null })));
    expect(strangers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect((await gateway.post({ query }, { headers: { accept: 'text/plain' } })).status).toBe(406);
    const second = gateway.post({ query });
    answerAll();
    expect((await first).status).toBe(200);
    await asked(1);
    answerAll();
    expect((await second).status).toBe(200);
  });

  it('gives up the place of whoever goes away while it waits', async () => {
    const first = gateway.post({ query });
    await asked(1);
    const { length } = JSON.stringify({ query });
    const head = `authorization: Bearer ${await gateway.token()}\r\ncontent-type: application/json`;
    for (let count = 0; count < 3; count += 1) {
      const { socket, ended } = await connectTo(gateway.url);
      socket.write(`POST /graphql HTTP/1.1\r\nhost: gateway\r\n${head}\r\nexpect: 100-continue\r\n`);
      socket.write(`content-length: ${length}\r\n\r\n`);
      await once(socket, 'data');
      socket.end(JSON.stringify({ query }));
      socket.destroy();
      await ended;
    }
    isSilent = false;
    answerAll();
    expect((await first).status).toBe(200);
    await eventually('there is room again', 10_000, async () =>
      (await gateway.post({ query })).status === 200 ? true : undefined,
    );
  });
});
