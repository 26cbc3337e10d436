import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone, together } from '../../support/family';
import { sendRaw } from '../../support/raw-connection';

const query = 'query Who { household(id: "YB-2") { id } }';
const body = JSON.stringify({ query });

/** What proxies and other gateways say of a caller. Here the token alone does. */
const trusted: Readonly<Record<string, string>> = {
  'x-user': 'root',
  'x-user-id': 'root',
  'x-role': 'verifier',
  'x-roles': 'verifier,auditor',
  'x-scopes': 'identity:read',
  'x-divisions': '500113',
  'x-caller': 'eyJhbGciOiJub25lIn0.e30.',
  'x-forwarded-user': 'root',
  'x-forwarded-groups': 'auditor',
  'x-forwarded-for': '127.0.0.1',
  'x-forwarded-host': 'elsewhere.example',
  'x-real-ip': '127.0.0.1',
  'x-remote-user': 'root',
  'remote-user': 'root',
  'x-auth-request-user': 'root',
  'x-consumer-username': 'root',
  'x-http-method-override': 'GET',
  'x-original-url': '/health/live',
  forwarded: 'for=127.0.0.1;by=root',
  via: '1.1 root',
};

describe('What a request says of its caller beside the token', () => {
  let gateway: AttackedGateway;
  const as = { subject: 'user-7', divisions: ['500112'] };
  beforeAll(async () => {
    gateway = await openAttackedGateway({
      registries: together(
        family('YB-1', [someone('尹某')], { division_code: '500112012' }),
        family('YB-2', [someone('陈某')], { division_code: '500113001' }),
      ),
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());
  // Whatever was sent, a line of the log is a line.
  afterEach(() => {
    for (const line of gateway.log) {
      expect(line.match(/[\r\n]/g)).toEqual(['\n']);
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), msg: expect.any(String) });
    }
  });

  /** Answered as the caller of the token, to whom the household is none; told and recorded as that caller. */
  function expectOnlyTheToken(): void {
    expect(gateway.calls.map(({ callers, purpose }) => ({ callers, purpose }))).toEqual([
      {
        callers: [{ ...as, role: 'caseworker', correlationId: expect.any(String) as string }],
        purpose: 'APPLICATION_REVIEW',
      },
    ]);
    expect(gateway.ledger.entries).toMatchObject([
      { ...as, role: 'caseworker', purpose: 'APPLICATION_REVIEW', reason: 'test', operation: 'Who' },
    ]);
    const [line = ''] = gateway.log;
    expect(JSON.parse(line)).toMatchObject({ subject: 'user-7', role: 'caseworker' });
    expect(gateway.log.join('')).not.toMatch(/root|elsewhere|500113/);
  }

  it.each(Object.keys(trusted))('is not believed: %s', async (name) => {
    const answer = await gateway.post({ query }, { as, headers: { [name]: trusted[name] ?? '' } });
    expect([answer.status, answer.data]).toEqual([200, { household: null }]);
    expectOnlyTheToken();
  });

  it('is not believed, all of it at once, twice, and in the body too', async () => {
    const headers = Object.fromEntries(
      Object.entries(trusted).map(([name, value]) => [name, [value, value]]),
    );
    const claims = {
      subject: 'root',
      role: 'verifier',
      divisions: ['500113'],
      principal: { subject: 'root' },
    };
    const answer = await gateway.post({ query, ...claims, extensions: claims }, { as, headers });
    expect([answer.status, answer.data]).toEqual([200, { household: null }]);
    expectOnlyTheToken();
  });

  it('is no token for whoever has none', async () => {
    const answer = await gateway.post({ query }, { as: null, headers: trusted });
    expect([answer.status, answer.codes]).toEqual([401, ['UNAUTHENTICATED']]);
    expect(gateway.calls).toEqual([]);
  });

  const bearer = async (claims: Parameters<AttackedGateway['token']>[0]) =>
    `authorization: Bearer ${await gateway.token(claims)}`;
  const usual = ['content-type: application/json', `content-length: ${body.length}`];

  it('counts once: of two tokens the first alone, of two purposes none', async () => {
    const tokens = [await bearer(as), await bearer({ subject: 'root', role: 'verifier' })];
    const purpose = ['x-access-purpose: APPLICATION_REVIEW', 'x-access-reason: test'];
    const first = await sendRaw(gateway.url, [...usual, ...tokens, ...purpose], body);
    expect(first).toMatch(/^HTTP\/1\.1 200 [^]*\{"data":\{"household":null\}\}/);
    expectOnlyTheToken();
    gateway.forget();
    const joined = `${tokens[0]}, Bearer ${await gateway.token({ role: 'verifier' })}`;
    expect(await sendRaw(gateway.url, [...usual, joined], body)).toMatch(/^HTTP\/1\.1 401 /);
    for (const second of ['APPLICATION_REVIEW', 'AUDIT', '']) {
      const purposes = ['x-access-purpose: APPLICATION_REVIEW', `x-access-purpose: ${second}`];
      const refused = await sendRaw(gateway.url, [...usual, tokens[0]!, ...purposes], body);
      expect(refused).toMatch(/^HTTP\/1\.1 403 [^]*PURPOSE_NOT_ALLOWED/);
    }
    expect(gateway.calls).toEqual([]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['two lengths', ['content-length: 5']],
    ['the same length twice', [`content-length: ${body.length}`]],
    ['a length and pieces', ['transfer-encoding: chunked']],
    ['pieces in an odd coding', ['transfer-encoding: xchunked']],
    ['a length with a sign', ['content-length: +5']],
    ['a header folded into two lines', ['x-more: 1', ' x-role: verifier']],
    ['a header with a bare line feed', ['x-more: 1\nx-role: verifier\r']],
    ['a header with a NUL', ['x-more: \0']],
    ['a header with a space in its name', ['x-role : verifier']],
  ])('is refused before it is read, where it has %s', async (_, odd) => {
    const answer = await sendRaw(
      gateway.url,
      [...usual, await bearer(as), 'x-access-purpose: APPLICATION_REVIEW', 'x-access-reason: test', ...odd],
      body,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/);
    expect([gateway.calls, gateway.ledger.entries]).toEqual([[], []]);
  });

  const forged = '\r\n{"level":30,"msg":"request","subject":"root"}\r\nx-forged: 1\u2028\u0000';

  it('forges no line by the name of an operation', async () => {
    for (const operationName of [forged, `Who${forged}`]) {
      const { status, codes, headers } = await gateway.post({ query, operationName }, { as });
      expect([status, codes]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
      expect(headers).not.toHaveProperty('x-forged');
    }
    expect(gateway.log).toHaveLength(2);
  });

  it('forges no line by the subject of its token', async () => {
    const answer = await gateway.post({ query }, { as: { ...as, subject: forged } });
    expect(answer.status).toBe(200);
    const refused = await gateway.post([], { as: { ...as, subject: forged } });
    expect(refused.status).toBe(400);
    for (const { headers } of [answer, refused]) expect(headers).not.toHaveProperty('x-forged');
    expect(gateway.log).toHaveLength(2);
  });

  it('forges no line or header by a correlation id or a reason, written as they come', async () => {
    const token = await bearer(as);
    for (const odd of [
      'x-correlation-id: abcdefgh%0d%0ax-forged: 1',
      'x-correlation-id: abcdefgh"}{"msg":"request',
      `x-correlation-id: ${'a'.repeat(65)}`,
      'x-access-reason: test%0d%0ax-forged: 1',
      'x-access-reason: test%E2%80%A8forged',
      'x-access-reason: test%00',
    ]) {
      const answer = await sendRaw(gateway.url, [...usual, token, odd], body);
      expect(answer).not.toMatch(/^x-forged|%0d|"msg"/im);
      expect(answer).toMatch(/^x-correlation-id: [0-9a-f-]{36}\r$/im);
      const isReason = odd.startsWith('x-access-reason');
      expect(answer.startsWith(`HTTP/1.1 ${isReason ? 400 : 200} `)).toBe(true);
    }
    expect(gateway.log.join('')).not.toMatch(/forged|%0d|a{65}/i);
    expect(gateway.log).toHaveLength(6);
  });

  it('has a correlation id of its own where that is one, the same to everybody', async () => {
    const headers = { 'x-correlation-id': 'case-2018.06:0001' };
    const { headers: told } = await gateway.post({ query }, { as, headers });
    expect(told['x-correlation-id']).toBe('case-2018.06:0001');
    expect(gateway.calls.map(({ callers }) => callers[0]?.correlationId)).toEqual(['case-2018.06:0001']);
    expect(gateway.ledger.entries).toMatchObject([{ correlationId: 'case-2018.06:0001' }]);
    const twice = { 'x-correlation-id': ['case-2018.06:0001', 'case-2018.06:0002'] };
    const { headers: own } = await gateway.post({ query }, { as, headers: twice });
    expect(own['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
