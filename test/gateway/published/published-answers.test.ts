import { readManifest } from '../../../schema/operations';
import { openAttackedGateway, type Answer, type AttackedGateway } from '../../support/attacked-gateway';
import { family, resident, someone, together, vehicle } from '../../support/family';

const yin = someone('尹某');
const outsider = someone('陈某');
const registries = together(
  family('YB-1', [yin]),
  family('YB-2', [outsider], { division_code: '500113' }),
  resident('HJ-1', yin),
  vehicle('CL-1', yin),
);

const bodies = new Map(readManifest().operations.map(({ name, body }) => [name, body]));
const text = (name: string) => bodies.get(name) ?? '';

describe('A published query', () => {
  let gateway: AttackedGateway;
  let answered: jest.SpyInstance;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries });
    answered = jest.spyOn(gateway.district.graph.supergraph.now, 'answerPublished');
  });
  afterAll(() => gateway.close());
  beforeEach(() => {
    gateway.forget();
    answered.mockClear();
  });

  type Asking = Parameters<AttackedGateway['post']>[1];

  /** What a client sees of an answer, but for the id of the request and its moment. */
  const shown = ({ status, headers, text: body }: Answer) => {
    const { date: _, 'content-length': __, 'x-correlation-id': id, ...others } = headers;
    return { status, headers: others, body: body.replaceAll(String(id), 'ID') };
  };

  /** What is kept of the access, but for what tells the two texts apart. */
  const kept = () => gateway.ledger.entries.map(({ correlationId: _, document: __, ...entry }) => entry);

  /** Asks as it is published, and the same with a line more, which Apollo Server takes. */
  const askBothWays = async (name: string, variables: unknown, asking?: Asking) => {
    const answers = [];
    for (const query of [text(name), `${text(name)}\n`]) {
      gateway.forget();
      const answer = await gateway.post({ query, variables }, asking);
      answers.push({ ...shown(answer), entries: kept() });
    }
    return answers;
  };

  it('is answered the short way, as it would be the long one, with the same entry in the ledger', async () => {
    const [short, long] = await askBothWays('HouseholdFile', { id: 'YB-1' });
    expect(short).toMatchObject({ status: 200, entries: [{ outcome: 'PARTIAL' }] });
    expect(short).toEqual(long);
    expect(await answered.mock.results[0]?.value).not.toBeNull();
    expect(await answered.mock.results[1]?.value).toBeNull();
  });

  it.each<[string, string, unknown, Asking]>([
    [
      'in the form of GraphQL',
      'HouseholdSummary',
      { id: 'YB-1' },
      accepting('application/graphql-response+json'),
    ],
    ['in either form', 'HouseholdSummary', { id: 'YB-1' }, accepting('*/*')],
    ['of a household that is not there', 'HouseholdSummary', { id: 'YB-9' }, {}],
    ['of one in another division', 'HouseholdSummary', { id: 'YB-2' }, { as: { divisions: ['500112'] } }],
    ['of two', 'HouseholdOutcomes', { ids: ['YB-1', 'YB-2'] }, {}],
    ['without what it is about', 'HouseholdSummary', {}, {}],
    ['about something of another form', 'HouseholdSummary', { id: ['YB-1'] }, {}],
    ['with a day that there is not', 'HouseholdEligibility', { id: 'YB-1', on: '2018-02-30' }, {}],
    ['by somebody who may not read it', 'PersonIdentity', { id: 'f'.repeat(32) }, {}],
    ['for no purpose', 'HouseholdProfile', { id: 'YB-1' }, { headers: { 'x-access-purpose': '' } }],
    ['by an auditor, for another purpose', 'HouseholdProfile', { id: 'YB-1' }, { as: { role: 'auditor' } }],
  ])('is answered %s as it would be the long way', async (_, name, variables, asking) => {
    const [short, long] = await askBothWays(name, variables, asking);
    expect(short).toEqual(long);
  });

  it('is kept back where the access cannot be recorded', async () => {
    gateway.ledger.fails = true;
    const [short, long] = await askBothWays('HouseholdSummary', { id: 'YB-1' });
    gateway.ledger.fails = false;
    expect(short).toMatchObject({ status: 503 });
    expect(short).toEqual(long);
  });

  it('is Apollo Server’s to answer where it is asked in another way', async () => {
    const query = text('HouseholdSummary');
    const variables = { id: 'YB-1' };
    await gateway.post({ query, variables, extensions: {} });
    await gateway.send({
      method: 'GET',
      search: `?${new URLSearchParams({ query, variables: '{"id":"YB-1"}' }).toString()}`,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(answered).not.toHaveBeenCalled();
    expect((await gateway.post(null)).status).toBe(400);
    expect((await gateway.post([])).status).toBe(400);
    expect(answered).not.toHaveBeenCalled();
    await gateway.post({ query, variables, operationName: 'Another' });
    expect(await answered.mock.results[0]?.value).toBeNull();
  });
});

function accepting(accept: string) {
  return { headers: { accept } };
}
