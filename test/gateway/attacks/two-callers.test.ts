import { openAttackedGateway, type AttackedGateway, type Claims } from '../../support/attacked-gateway';
import { family, resident, someone, together } from '../../support/family';

const yin = someone('尹某');
const chen = someone('陈某');

describe('Callers who ask with the same document at the same moment', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({
      registries: together(
        family('YB-1', [yin], { division_code: '500112012' }),
        family('YB-2', [chen], { division_code: '500113001' }),
        resident('HJ-1', yin),
      ),
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  const query = 'query ($ids: [ID!]!) { households(ids: $ids) { members { declaredName } } }';
  const ask = async (as: Claims, question: object = { query, variables: { ids: ['YB-1', 'YB-2'] } }) =>
    gateway.post(question, { as });

  const expected = (...names: readonly (string | null)[]) => ({
    households: names.map((name) => name && { members: [{ declaredName: name }] }),
  });

  it('of different divisions see their own households', async () => {
    const callers = [
      { as: { subject: 'a', divisions: ['500112'] }, sees: expected('尹某', null) },
      { as: { subject: 'b', divisions: ['500113'] }, sees: expected(null, '陈某') },
      { as: { subject: 'c' }, sees: expected('尹某', '陈某') },
      { as: { subject: 'd', divisions: [] }, sees: expected(null, null) },
      { as: { subject: 'e', role: 'verifier', divisions: ['500113001'] }, sees: expected(null, '陈某') },
    ] as const;
    const rounds = Array.from({ length: 10 }, () => callers).flat();
    const answers = await Promise.all(rounds.map(({ as }) => ask(as)));
    expect(answers.map(({ data }) => data)).toEqual(rounds.map(({ sees }) => sees));
    expect(gateway.calls).toHaveLength(rounds.length);
    for (const { callers: told } of gateway.calls) expect(told).toHaveLength(1);
    const recorded = gateway.ledger.entries.map(({ subject, divisions }) => ({ subject, divisions }));
    for (const { as } of callers) {
      const divisions = 'divisions' in as ? as.divisions : null;
      expect(recorded.filter(({ subject }) => subject === as.subject)).toEqual(
        Array.from({ length: 10 }, () => ({ subject: as.subject, divisions })),
      );
    }
  });

  it('of different roles see what their own may read', async () => {
    const named = { query: `{ person(id: "${gateway.district.personId(yin.number)}") { name } }` };
    const roles = ['verifier', 'caseworker', 'auditor', 'verifier', 'operator'] as const;
    const answers = await Promise.all(roles.map((role) => ask({ subject: role, role }, named)));
    expect(answers.map(({ data, codes }) => data ?? codes)).toEqual(
      roles.map((role) => (role === 'verifier' ? { person: { name: '尹某' } } : ['FORBIDDEN'])),
    );
  });

  it('with different variables get the answers to their own', async () => {
    const variables = ['YB-1', 'YB-2', 'none'].flatMap((id) =>
      Array.from({ length: 10 }, () => ({ ids: [id] })),
    );
    const answers = await Promise.all(
      variables.map((given) => ask({ subject: 'f' }, { query, variables: given })),
    );
    const names: Readonly<Record<string, string>> = { 'YB-1': '尹某', 'YB-2': '陈某' };
    expect(answers.map(({ data }) => data)).toEqual(
      variables.map(({ ids: [id = ''] }) => expected(names[id] ?? null)),
    );
  });
});
