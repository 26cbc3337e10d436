import { openAttackedGateway, type Answer, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone, together } from '../../support/family';

jest.setTimeout(60_000);

const existing = 40;
const id = (number: number) => `YB-2018-${String(number).padStart(4, '0')}`;
const sequence = Array.from({ length: 10_000 }, (_, index) => id(index));

const one = 'query ($id: ID!) { household(id: $id) { id members { declaredName } } }';
const several = 'query ($ids: [ID!]!) { households(ids: $ids) { id } }';

/** What of an answer may differ: when it was given, and the id by which a log knows it. */
function compared({ status, headers, text }: Answer) {
  const { date: _date, 'x-correlation-id': correlationId, ...rest } = headers;
  return { status, headers: rest, text: text.replaceAll(String(correlationId), 'the correlation id') };
}

describe('Somebody who tries household numbers out', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({
      departments: ['civil-affairs'],
      registries: together(
        ...Array.from({ length: existing }, (_, index) =>
          family(id(index), [someone('尹某')], { division_code: index % 2 ? '500113001' : '500112012' }),
        ),
      ),
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  /** The different households that departments were asked about. */
  const asked = () => new Set(gateway.calls.flatMap(({ cases }) => cases));

  it('one by one, 10,000 in a row, is stopped at the sixtieth', async () => {
    const told: unknown[] = [];
    for (const number of sequence.slice(0, 200)) {
      const question = { query: one, variables: { id: number } };
      told.push((await gateway.post(question, { as: { subject: 'test-caseworker' } })).status);
    }
    // The same subject goes on without HTTP, which takes a third of the time.
    for (const number of sequence.slice(200)) {
      const { errors } = await gateway.district.ask(one, { role: 'caseworker', variables: { id: number } });
      told.push(errors[0]?.extensions?.['code']);
    }
    expect(told.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 200));
    expect(new Set(told.slice(60, 200))).toEqual(new Set([429]));
    expect(new Set(told.slice(200))).toEqual(new Set(['HOUSEHOLD_BUDGET_SPENT']));
    expect(asked()).toEqual(new Set(sequence.slice(0, 60)));
    expect(gateway.ledger.entries).toHaveLength(10_000);
  });

  it.each([25, 60, 61, 200])('in pages of %i, is stopped at sixty', async (size) => {
    const as = { subject: `pages-of-${size}` };
    const answered: string[] = [];
    for (let from = 0; from < sequence.length; from += size) {
      const ids = sequence.slice(from, from + size);
      const { status } = await gateway.post({ query: several, variables: { ids } }, { as });
      if (status === 200) answered.push(...ids);
      else expect(status).toBe(429);
    }
    expect(answered.length).toBeLessThanOrEqual(60);
    expect(asked()).toEqual(new Set(answered));
  });

  it('in several fields at once, in searches and in turn, is stopped at sixty', async () => {
    const as = { subject: 'in-every-way' };
    const three = `{ ${[0, 1, 2].map((at) => `h${at}: household(id: "none-${at}") { id }`).join(' ')} }`;
    expect((await gateway.post({ query: three }, { as })).status).toBe(200);
    const page = '{ searchHouseholds(first: 20) { edges { node { id } } } }';
    expect((await gateway.post({ query: page }, { as })).status).toBe(200);
    const left = sequence.slice(1_000, 1_037);
    expect((await gateway.post({ query: several, variables: { ids: left } }, { as })).status).toBe(200);
    for (const question of [
      { query: one, variables: { id: 'another' } },
      { query: several, variables: { ids: ['another'] } },
      { query: '{ searchHouseholds(first: 40) { edges { node { id } } } }' },
    ]) {
      const answer = await gateway.post(question, { as });
      expect([answer.status, answer.data, answer.codes]).toEqual([429, null, ['HOUSEHOLD_BUDGET_SPENT']]);
    }
  });

  it('has no new budget by another division, purpose, role or connection of the same subject', async () => {
    const as = { subject: 'many-faces' };
    await gateway.post({ query: several, variables: { ids: sequence.slice(0, 60) } }, { as });
    for (const [claims, headers] of [
      [{ ...as, divisions: ['500112'] }, {}],
      [as, { 'x-access-purpose': 'RECHECK' }],
      [as, { connection: 'close' }],
      [as, { 'x-forwarded-for': '10.1.2.3', 'x-user': 'somebody-else' }],
    ] as const) {
      const answer = await gateway.post(
        { query: one, variables: { id: 'another' } },
        { as: claims, headers },
      );
      expect(answer.status).toBe(429);
    }
  });

  it('is told the same in a refusal, whether there is such a household or not', async () => {
    const as = { subject: 'refused' };
    const ids = sequence.slice(5_000, 5_060);
    await gateway.post({ query: several, variables: { ids } }, { as });
    const ask = (number: string) => gateway.post({ query: one, variables: { id: number } }, { as });
    const [there, none] = [await ask(id(0)), await ask('none')];
    expect(there.status).toBe(429);
    expect(compared(there)).toEqual(compared(none));
  });

  it.each<readonly [string, string, (number: string) => Readonly<Record<string, unknown>>]>([
    ['by its number', one, (number) => ({ id: number })],
    ['among several', several, (number) => ({ ids: [number, id(0)] })],
    [
      'with everything beside it',
      'query ($id: ID!) { household(id: $id) { application { number } assets { vehicles { status } } registrations { residents { status } } eligibility { outcome } } }',
      (number) => ({ id: number }),
    ],
  ])(
    'is told the same, byte for byte, of one of another division and of none: %s',
    async (name, query, variables) => {
      const as = { subject: `compares ${name}`, divisions: ['500112'] };
      const ask = (number: string) => gateway.post({ query, variables: variables(number) }, { as });
      const [hidden, none] = [await ask(id(1)), await ask(id(9_999))];
      expect(hidden.status).toBe(200);
      expect(compared(hidden)).toEqual(compared(none));
      expect(Buffer.byteLength(hidden.text)).toBe(Buffer.byteLength(none.text));
    },
  );
});
