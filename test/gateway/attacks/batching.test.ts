import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone } from '../../support/family';

describe('Several questions in one body', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries: family('YB-1', [someone('尹某')]) });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  const question = { query: '{ household(id: "YB-1") { members { declaredName } } }' };

  it('are no way around what one question may be: the one is answered by itself', async () => {
    const { data } = await gateway.post(question);
    expect(data).toEqual({ household: { members: [{ declaredName: '尹某' }] } });
    expect(gateway.calls).toHaveLength(1);
  });

  it.each([0, 1, 2, 100])('are refused unasked where they are %i', async (count) => {
    for (const as of [{}, { role: 'assistance' }, { role: 'auditor' }] as const) {
      const answer = await gateway.post(
        Array.from({ length: count }, () => question),
        { as },
      );
      expect([answer.status, answer.codes]).toEqual([400, ['BATCH_NOT_SUPPORTED']]);
      expect(answer.data).toBeNull();
    }
    expect(gateway.calls).toEqual([]);
    expect(gateway.ledger.entries).toEqual([]);
  });

  it('are refused however they are wrapped', async () => {
    const wrapped: unknown[] = [[[question]], { 0: question, length: 1 }, { query: [question.query] }];
    for (const body of wrapped) expect((await gateway.post(body)).status).toBe(400);
    const twice = `?${new URLSearchParams([
      ['query', question.query],
      ['query', question.query],
    ]).toString()}`;
    const headers = { 'apollo-require-preflight': 'yes' };
    expect((await gateway.send({ method: 'GET', search: twice, headers })).status).toBe(400);
    expect(gateway.calls).toEqual([]);
  });
});
