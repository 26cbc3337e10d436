import { syntheticCreditCode } from '../../support/credit-codes';
import { databaseKinds } from '../../support/databases';
import { expectErrors } from '../../support/ask';
import { now, openDistrict, type District } from '../../support/district';
import { alsoKnownAs, family, someone, together } from '../../support/family';
import { business, market, role } from './business';

const [one, other] = [syntheticCreditCode(1), syntheticCreditCode(2)];

describe.each(databaseKinds)('Roles with their businesses on %s', (kind) => {
  const yin = someone('尹某');
  const yang = someone('杨某');
  const household = family('YB-1', [yin, yang]);
  const filled = together(
    household,
    market([business(one), business(other)], [role('ZW-1', yang, one), role('ZW-2', yang, other)]),
  );
  const older = new Date(now.getTime() - 25 * 3_600_000);

  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ kind, registries: filled });
  }, 30_000);
  afterAll(() => district.close());

  const told = () => district.check('registrations.businesses', 'YB-1');
  const change = (sql: string) =>
    district.department('market-regulation').database.session(({ run }) => run(sql));

  const ownTablesAsked = () =>
    district.statements.flatMap((sql) => / FROM (business\w*) /.exec(sql)?.[1] ?? []);

  it('are one check', async () => {
    await district.fill({ registries: filled });
    expect(await told()).toEqual({
      status: 'FOUND',
      asOf: '2018-07-02T09:00:00+08:00',
      subjects: { 尹某: 'NO_RECORD', 杨某: 'FOUND' },
      records: ['ZW-1', 'ZW-2'],
    });
  });

  it.each(['businesses', 'business_roles'])(
    'are STALE where %s is, for people without a role too',
    async (table) => {
      await district.fill({ registries: filled, asOf: { [table]: older } });
      expect(await told()).toEqual({
        status: 'STALE',
        asOf: '2018-07-01T08:00:00+08:00',
        subjects: { 尹某: 'STALE', 杨某: 'STALE' },
        records: ['ZW-1', 'ZW-2'],
      });
    },
  );

  it('are UNAVAILABLE until the businesses are filled too, though nobody has a role', async () => {
    await district.fill({ registries: household, neverFilled: ['businesses'] });
    const unavailable = {
      status: 'UNAVAILABLE',
      asOf: null,
      subjects: { 尹某: 'UNAVAILABLE', 杨某: 'UNAVAILABLE' },
      records: [],
    };
    expect(await told()).toEqual(unavailable);
    await district.fill({
      registries: together(household, market([business(one)], [])),
      neverFilled: ['business_roles'],
    });
    expect(await told()).toEqual(unavailable);
  });

  it('are UNAVAILABLE for whom a business is missing, and for nobody else', async () => {
    await district.fill({
      registries: together(
        household,
        family('YB-2', [someone('邻居')]),
        market(
          [business(one), business(other)],
          [role('ZW-1', yang, one), role('ZW-2', yang, other), role('ZW-3', yin, one)],
        ),
      ),
    });
    await change(`DELETE FROM businesses WHERE credit_code = '${other}'`);
    expect(await told()).toEqual({
      status: 'UNAVAILABLE',
      asOf: '2018-07-02T09:00:00+08:00',
      subjects: { 尹某: 'FOUND', 杨某: 'UNAVAILABLE' },
      records: ['ZW-3'],
    });
    const asked = await district.ask(`{
      households(ids: ["YB-1", "YB-2"]) {
        registrations { businesses { status records { business { creditCode } } } }
      }
    }`);
    expectErrors(asked);
    expect(asked.data).toEqual({
      households: [
        {
          registrations: {
            businesses: { status: 'UNAVAILABLE', records: [{ business: { creditCode: one } }] },
          },
        },
        { registrations: { businesses: { status: 'NO_RECORD', records: [] } } },
      ],
    });
  });

  it('are told of whom they name rightly, where another of the business is named otherwise', async () => {
    await district.fill({
      registries: together(
        household,
        market([business(one)], [role('ZW-1', yang, one), role('ZW-2', alsoKnownAs(yin, '尹某某'), one)]),
      ),
    });
    expect(await told()).toMatchObject({
      status: 'IDENTITY_CONFLICT',
      subjects: { 尹某: 'IDENTITY_CONFLICT', 杨某: 'FOUND' },
      records: ['ZW-1'],
    });
  });

  it('are asked with one statement for the roles and one for the businesses, for any number of households', async () => {
    const families = Array.from({ length: 20 }, (_, index) => ({
      id: `YB-${index}`,
      people: [someone('户主'), someone('配偶')],
    }));
    await district.fill({
      registries: together(
        ...families.map(({ id, people }) => family(id, people)),
        market(
          families.map((_, index) => business(syntheticCreditCode(index))),
          families.flatMap(({ people }, index) => [
            role(`ZW-${index}-1`, people[0]!, syntheticCreditCode(index)),
            role(`ZW-${index}-2`, people[0]!, syntheticCreditCode(0), { role: 'SHAREHOLDER' }),
          ]),
        ),
      ),
    });
    const asked = await district.ask(
      `query ($ids: [ID!]!) {
        households(ids: $ids) { registrations { businesses { records { business { name } } } } }
      }`,
      { variables: { ids: families.map(({ id }) => id) } },
    );
    expectErrors(asked);
    expect(ownTablesAsked()).toEqual(['business_roles', 'businesses']);
  });

  it('are not asked about people who gave no authorisation', async () => {
    await district.fill({
      registries: together(
        family('YB-1', [{ ...yang, authorisation: null }]),
        market([business(one)], [role('ZW-1', yang, one)]),
      ),
    });
    expect(await told()).toEqual({
      status: 'UNAUTHORISED',
      asOf: null,
      subjects: { 杨某: 'UNAUTHORISED' },
      records: [],
    });
    expect(ownTablesAsked()).toEqual([]);
  });
});
