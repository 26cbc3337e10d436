import { openAttackedGateway, type AttackedGateway, type Attack } from '../../support/attacked-gateway';
import { family, someone } from '../../support/family';

const query = '{ household(id: "YB-1") { members { declaredName } } }';
const asJson = JSON.stringify({ query });
const asForm = new URLSearchParams({ query }).toString();
const part = 'content-disposition: form-data; name="operations"';
const asParts = `--x\r\n${part}\r\n\r\n${asJson}\r\n--x--\r\n`;
const search = `?${asForm}`;

/** What a page of somebody else can make a browser send without asking first, and its near relations. */
const bodies: readonly (readonly [type: string, body: string])[] = [
  ['text/plain', asJson],
  ['text/plain; charset=utf-8; x=application/json', asJson],
  ['application/x-www-form-urlencoded', asForm],
  ['multipart/form-data; boundary=x', asParts],
  ['', asJson],
  ['application/graphql', query],
  ['application/json, text/plain', asJson],
  ['text/plain, application/json', asJson],
  ['not a type', asJson],
];
const cookies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'without a cookie': {},
  'with a cookie': { cookie: 'session=of-a-caseworker; authorization=Bearer' },
};

describe('A page that sends requests in somebody’s name', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries: family('YB-1', [someone('尹某')]) });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  /** Refused with that status, nobody asked, nothing recorded, and a line that says so. */
  async function expectNotExecuted(status: number, attack: Attack): Promise<void> {
    gateway.forget();
    const answer = await gateway.send(attack);
    expect([answer.status, answer.data]).toEqual([status, null]);
    expect(answer.codes).toEqual([status === 401 ? 'UNAUTHENTICATED' : expect.any(String)]);
    expect(answer.errors[0]?.extensions).toMatchObject({
      correlationId: answer.headers['x-correlation-id'],
      messageZh: expect.any(String),
    });
    expect(gateway.calls).toEqual([]);
    expect(gateway.district.statements).toEqual([]);
    expect(gateway.ledger.entries).toEqual([]);
    expect(gateway.log.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['refused']);
  }

  it.each(Object.keys(cookies))('posts in vain, %s, in every type that needs no preflight', async (name) => {
    for (const [type, body] of bodies) {
      const headers = { 'content-type': type, ...cookies[name] };
      await expectNotExecuted(400, { headers, body });
      await expectNotExecuted(400, { headers, body, search });
    }
  });

  it.each(['text/html', 'multipart/mixed', 'image/*', 'application/xml, text/plain'])(
    'gets no answer in the form %s',
    async (accept) =>
      expectNotExecuted(406, { headers: { accept, 'content-type': 'application/json' }, body: asJson }),
  );

  it.each(Object.keys(cookies))('gets in vain, %s', async (name) => {
    const simple = ['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'];
    for (const type of simple) {
      const headers = { 'content-type': type, ...cookies[name] };
      await expectNotExecuted(400, { method: 'GET', search, headers });
    }
    for (const header of ['apollo-require-preflight', 'x-apollo-operation-name']) {
      await expectNotExecuted(400, { method: 'GET', search, headers: { ...cookies[name], [header]: '' } });
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/graphql', 'not a type'])(
    'gets in vain with the type %s, whatever else it says',
    async (type) => {
      for (const header of ['apollo-require-preflight', 'x-apollo-operation-name']) {
        const headers = { 'content-type': type, [header]: 'yes' };
        await expectNotExecuted(415, { method: 'GET', search, headers });
      }
    },
  );

  it('has nothing of a cookie: who asks is said by the token alone', async () => {
    const cookie = `authorization=Bearer ${await gateway.token()}; token=${await gateway.token()}`;
    const headers = { 'content-type': 'application/json', cookie };
    await expectNotExecuted(401, { as: null, headers, body: asJson });
    const origin = { ...headers, origin: 'https://elsewhere.example' };
    await expectNotExecuted(401, { as: null, headers: origin, body: asJson });
  });

  it('is allowed nothing where its browser asks first', async () => {
    const headers = {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    };
    for (const as of [null, {}]) {
      const answer = await gateway.send({ as, method: 'OPTIONS', headers });
      expect(answer.status).toBe(as ? 400 : 401);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('sends %s in vain', async (method) => {
    const headers = { 'content-type': 'application/json' };
    await expectNotExecuted(405, { method, headers, body: asJson, search });
  });

  it('is another one than a client that asks by GET and says so', async () => {
    const headers = { 'apollo-require-preflight': 'yes' };
    const { status, data } = await gateway.send({ method: 'GET', search, headers });
    expect([status, data]).toEqual([200, { household: { members: [{ declaredName: '尹某' }] } }]);
    const asTyped = { 'content-type': 'application/json' };
    expect((await gateway.send({ method: 'GET', search, headers: asTyped })).status).toBe(200);
  });
});

describe('A body in another charset', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries: family('YB-1', [someone('尹某')]) });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  it.each([
    'utf-16',
    'utf-16le',
    'utf-32',
    'utf-7',
    'gbk',
    'gb18030',
    'big5',
    'iso-8859-1',
    'x-user-defined',
  ])('is refused whether its bytes are in it or not: %s', async (charset) => {
    const type = `application/json; charset=${charset}`;
    for (const body of [Buffer.from(asJson, 'utf16le'), Buffer.from(asJson, 'latin1'), Buffer.from(asJson)]) {
      const { status, codes } = await gateway.send({ headers: { 'content-type': type }, body });
      expect([status, codes]).toEqual([415, ['UNSUPPORTED_CHARSET']]);
    }
    expect(gateway.calls).toEqual([]);
  });

  it('is refused where it says UTF-8 and is none', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    for (const body of [Buffer.from(asJson, 'utf16le'), Buffer.from('{"query":"\xe9"}', 'latin1')]) {
      const { status, codes } = await gateway.send({ headers, body });
      expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
    }
    expect(gateway.calls).toEqual([]);
  });

  it('is answered in UTF-8, where it says so or nothing', async () => {
    for (const type of [
      'application/json',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
    ]) {
      const { text, headers } = await gateway.send({ headers: { 'content-type': type }, body: asJson });
      expect(text).toContain('尹某');
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    }
  });
});
