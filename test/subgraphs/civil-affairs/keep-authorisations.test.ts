import { databaseKinds } from '../../support/databases';
import { expectErrors, type Asked } from '../../support/ask';
import { openDistrict, type District } from '../../support/district';
import { family, someone, together } from '../../support/family';

const keep = `mutation ($household: ID!, $given: [KeptAuthorisationInput!]!) {
  keepAuthorisations(householdId: $household, authorisations: $given) {
    number person { id } program signedOn validUntil withdrawnOn
  }
}`;
const end = `mutation ($household: ID!, $number: ID!, $on: Date!) {
  endAuthorisation(householdId: $household, number: $number, withdrawnOn: $on) { number withdrawnOn }
}`;

describe.each(databaseKinds)('Authorisations that are kept, on %s,', (kind) => {
  const yin = someone('尹某', { authorisation: null });
  const yang = someone('杨某', { authorisation: { authorisation_no: 'SQS-OLD', signed_on: '2017-01-05' } });
  const other = someone('陈某');
  const registries = together(
    family('YB-1', [yin, yang]),
    family('YB-2', [other], { program: 'MEDICAL_ASSISTANCE' }),
  );
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ departments: ['civil-affairs'], kind, registries });
  });
  afterAll(() => district.close());
  beforeEach(() => district.fill({ registries }));

  const person = ({ number }: { readonly number: string }) => district.personId(number);
  const form = (number: string, of = yin, more: object = {}) => ({
    number,
    personId: person(of),
    signedOn: '2018-07-01',
    ...more,
  });
  const asVerification = (query: string, variables: Readonly<Record<string, unknown>>) =>
    district.ask(query, { role: 'verification', variables });
  const keepAll = (given: readonly object[], household = 'YB-1') =>
    asVerification(keep, { household, given });
  const endOne = (number: string, on: string, household = 'YB-1') =>
    asVerification(end, { household, number, on });

  /** What the registry holds of these numbers, and how many rows it says it has. */
  const held = async (...numbers: readonly string[]) => {
    const { database } = district.department('civil-affairs');
    const [state] = await database.select(
      `SELECT records, (SELECT COUNT(*) FROM authorisations) AS held FROM registry_state WHERE registry = 'authorisations'`,
    );
    const rows = await database.select('SELECT * FROM authorisations ORDER BY authorisation_no');
    expect(Number(state?.['records'])).toBe(Number(state?.['held']));
    return rows.filter((row) => numbers.includes(String(row['authorisation_no'])));
  };
  const authorised = async () => {
    const { data } = await district.ask(
      '{ household(id: "YB-1") { members { declaredName authorised authorisations { number withdrawnOn } } } }',
    );
    return (data as { household: { members: unknown } }).household.members;
  };

  it('hold for the program that the household applied for, from then on', async () => {
    const kept = await keepAll([form('SQS-1'), form('SQS-2', yang, { validUntil: '2019-06-30' })]);
    expectErrors(kept);
    const usual = { program: 'TEMPORARY_ASSISTANCE', signedOn: '2018-07-01', withdrawnOn: null };
    expect(kept.data).toEqual({
      keepAuthorisations: [
        { ...usual, number: 'SQS-1', person: { id: person(yin) }, validUntil: null },
        { ...usual, number: 'SQS-2', person: { id: person(yang) }, validUntil: '2019-06-30' },
      ],
    });
    expect(await authorised()).toEqual([
      { declaredName: '尹某', authorised: true, authorisations: [{ number: 'SQS-1', withdrawnOn: null }] },
      {
        declaredName: '杨某',
        authorised: true,
        authorisations: [
          { number: 'SQS-2', withdrawnOn: null },
          { number: 'SQS-OLD', withdrawnOn: null },
        ],
      },
    ]);
    expect(await held('SQS-1')).toMatchObject([{ matched_by: 'ID_18', household_id: 'YB-1' }]);
  });

  it('are the same when they are sent again, also where they were taken back meanwhile', async () => {
    const first = await keepAll([form('SQS-1')]);
    expect(await keepAll([form('SQS-1'), form(' SQS-1 ')])).toMatchObject({
      data: { keepAuthorisations: [{ number: 'SQS-1' }, { number: 'SQS-1' }] },
    });
    expect(first.errors).toEqual([]);
    await endOne('SQS-1', '2018-07-02');
    expect(await keepAll([form('SQS-1')])).toMatchObject({
      data: { keepAuthorisations: [{ number: 'SQS-1', withdrawnOn: '2018-07-02' }] },
    });
    expect(await held('SQS-1')).toHaveLength(1);
  });

  it.each([
    ['somebody else', () => form('SQS-1', yang), 'YB-1'],
    ['another household', () => form('SQS-1', other), 'YB-2'],
    ['another day', () => form('SQS-1', yin, { signedOn: '2018-06-30' }), 'YB-1'],
    ['another end', () => form('SQS-1', yin, { validUntil: '2018-12-31' }), 'YB-1'],
  ])('keep their number to themselves: it is not taken for %s', async (_, taken, household) => {
    await keepAll([form('SQS-1')]);
    const refused = await keepAll([taken()], household);
    expectErrors(refused, 'AUTHORISATION_NUMBER_TAKEN at keepAuthorisations');
    expect(refused.data).toBeNull();
    expect(await held('SQS-1')).toMatchObject([{ person_id: person(yin), signed_on: '2018-07-01' }]);
  });

  it('are kept all together or not at all', async () => {
    await keepAll([form('SQS-1')]);
    expectErrors(
      await keepAll([form('SQS-2'), form('SQS-1', yang)]),
      'AUTHORISATION_NUMBER_TAKEN at keepAuthorisations',
    );
    expect(await held('SQS-2')).toEqual([]);
  });

  const many = (count: number) => Array.from({ length: count }, (_, at) => form(`SQS-${at}`));

  it.each<[string, () => Promise<Asked>, string]>([
    ['a household that is not there', () => keepAll([form('SQS-1')], 'YB-9'), 'HOUSEHOLD_NOT_FOUND'],
    ['somebody of another household', () => keepAll([form('SQS-1', other)]), 'PERSON_NOT_IN_HOUSEHOLD'],
    ['a number that is none', () => keepAll([form('  ')]), 'TEXT_INVALID'],
    ['a number that is too long', () => keepAll([form('9'.repeat(61))]), 'TEXT_INVALID'],
    ['a number that is a person’s', () => keepAll([form(yin.number)]), 'TEXT_INVALID'],
    ['more than twenty', () => keepAll(many(21)), 'LIST_TOO_LONG'],
  ])('are not kept for %s', async (_, ask, code) => {
    expectErrors(await ask(), `${code} at keepAuthorisations`);
    expect(await held('SQS-1')).toEqual([]);
  });

  it('end once, on the day on which they were first taken back', async () => {
    await keepAll([form('SQS-1')]);
    for (const on of ['2018-07-01', '2018-07-01', '2018-07-05']) {
      expect(await endOne('SQS-1', on)).toEqual({
        data: { endAuthorisation: { number: 'SQS-1', withdrawnOn: '2018-07-01' } },
        errors: [],
      });
    }
    expect(await authorised()).toMatchObject([{ authorised: false }, { authorised: true }]);
  });

  it.each([
    ['that nobody gave', 'SQS-9', 'YB-1'],
    ['of another household', 'SQS-OLD', 'YB-2'],
    ['of a household that is not there', 'SQS-OLD', 'YB-9'],
  ])('cannot be ended %s', async (_, number, household) => {
    expectErrors(
      await endOne(number, '2018-07-01', household),
      'AUTHORISATION_NOT_FOUND at endAuthorisation',
    );
    expect(await held('SQS-OLD')).toMatchObject([{ withdrawn_on: null }]);
  });

  it('are one row where many write the same at once, and all where they write different ones', async () => {
    const same = Array.from({ length: 6 }, () => keepAll([form('SQS-1')]));
    const different = many(6).map((one, at) => keepAll([{ ...one, number: `SQS-M-${at}` }]));
    for (const { errors } of await Promise.all([...same, ...different])) expect(errors).toEqual([]);
    expect(await held('SQS-1', ...many(6).map((_, at) => `SQS-M-${at}`))).toHaveLength(7);
  });

  it('have no place in a registry that nobody ever filled', async () => {
    await district.fill({ registries, neverFilled: ['authorisations'] });
    expectErrors(await keepAll([form('SQS-1')]), 'REGISTRY_UNAVAILABLE at keepAuthorisations');
    expectErrors(await endOne('SQS-OLD', '2018-07-01'), 'REGISTRY_UNAVAILABLE at endAuthorisation');
  });
});
