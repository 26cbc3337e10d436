import { fingerprintOf } from '../../../../subgraphs/runtime/database/registry-state';
import { databaseKinds } from '../../../support/databases';
import { expectErrors } from '../../../support/ask';
import { expectStatus } from '../../../support/check';
import { now, openDistrict, type District, twoDepartments } from '../../../support/district';
import {
  alsoKnownAs,
  death,
  family,
  marriage,
  resident,
  rollEntry,
  someone,
  together,
  vehicle,
} from '../../../support/family';

const hour = 3_600_000;
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hour);
const checks = [
  'assets.vehicles',
  'registrations.residents',
  'registrations.marriages',
  'registrations.deaths',
  'registrations.assistanceRolls',
];

describe.each(databaseKinds)('A registry on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ departments: twoDepartments, kind, registries: {} });
  });
  afterAll(() => district.close());

  const yin = someone('尹某');
  const yang = someone('杨某');
  const household = family('YB-1', [yin, yang]);
  const unavailable = {
    status: 'UNAVAILABLE',
    asOf: null,
    subjects: { 尹某: 'UNAVAILABLE', 杨某: 'UNAVAILABLE' },
    records: [],
  };

  it('is FOUND for whom it holds a row, and tells the instant of its data', async () => {
    await district.fill({
      registries: together(household, vehicle('JD-1', yang)),
      asOf: { vehicles: hoursAgo(5) },
    });
    expect(await district.check('assets.vehicles', 'YB-1')).toEqual({
      status: 'FOUND',
      asOf: '2018-07-02T04:00:00+08:00',
      subjects: { 尹某: 'NO_RECORD', 杨某: 'FOUND' },
      records: ['JD-1'],
    });
  });

  it('says NO_RECORD where it was filled and holds nothing of the household', async () => {
    const strangers = [someone('旁人'), someone('路人')] as const;
    await district.fill({
      registries: together(
        household,
        vehicle('JD-1', strangers[0]),
        resident('HJ-1', strangers[0]),
        marriage('HY-1', ...strangers),
        death('SW-1', strangers[0]),
        rollEntry('TZ-1', strangers[0]),
      ),
    });
    const nothing = {
      status: 'NO_RECORD',
      asOf: '2018-07-02T09:00:00+08:00',
      subjects: { 尹某: 'NO_RECORD', 杨某: 'NO_RECORD' },
      records: [],
    };
    for (const of of checks) expect([of, await district.check(of, 'YB-1')]).toEqual([of, nothing]);
  });

  it('that was never filled is UNAVAILABLE and has no instant', async () => {
    const neverFilled = ['vehicles', 'residents', 'marriages', 'deaths', 'assistance_rolls'];
    await district.fill({ registries: household, neverFilled });
    for (const of of checks) expect([of, await district.check(of, 'YB-1')]).toEqual([of, unavailable]);
  });

  it('that was filled under another PERSON_KEY is UNAVAILABLE, for it would find nobody', async () => {
    await district.fill({ registries: together(household, vehicle('JD-1', yang)) });
    await district
      .department('public-security')
      .database.session(({ run }) =>
        run(`UPDATE registry_state SET person_key = ? WHERE registry = 'vehicles'`, [
          fingerprintOf(Buffer.from('the key of another city')),
        ]),
      );
    expect(await district.check('assets.vehicles', 'YB-1')).toEqual(unavailable);
    expectStatus(await district.check('registrations.residents', 'YB-1'), 'NO_RECORD', {
      尹某: 'NO_RECORD',
      杨某: 'NO_RECORD',
    });
  });

  it('whose table is gone is UNAVAILABLE, and the others answer', async () => {
    await district.fill({ registries: together(household, vehicle('JD-1', yang), resident('HJ-1', yin)) });
    const { database } = district.department('public-security');
    await database.session(({ run }) => run('ALTER TABLE vehicles RENAME TO vehicles_gone'));
    const [vehicles, residents] = [
      await district.check('assets.vehicles', 'YB-1'),
      await district.check('registrations.residents', 'YB-1'),
    ];
    await database.session(({ run }) => run('ALTER TABLE vehicles_gone RENAME TO vehicles'));
    expect(vehicles).toEqual(unavailable);
    expectStatus(residents, 'FOUND', { 尹某: 'FOUND', 杨某: 'NO_RECORD' });
  });

  it('whose data is as old as agreed is fresh, and a millisecond later STALE', async () => {
    const registries = together(household, vehicle('JD-1', yang));
    await district.fill({ registries, asOf: { vehicles: hoursAgo(24) } });
    expectStatus(await district.check('assets.vehicles', 'YB-1'), 'FOUND', {
      尹某: 'NO_RECORD',
      杨某: 'FOUND',
    });
    const justTooOld = new Date(hoursAgo(24).getTime() - 1);
    await district.fill({ registries, asOf: { vehicles: justTooOld } });
    expect(await district.check('assets.vehicles', 'YB-1')).toEqual({
      status: 'STALE',
      asOf: '2018-07-01T08:59:59.999+08:00',
      subjects: { 尹某: 'STALE', 杨某: 'STALE' },
      records: ['JD-1'],
    });
  });

  it('that holds the number under another name is IDENTITY_CONFLICT: that row is withheld, others are given, person by person', async () => {
    await district.fill({
      registries: together(
        household,
        vehicle('JD-1', yang),
        vehicle('JD-2', alsoKnownAs(yang, '杨某丽')),
        vehicle('JD-3', yin),
      ),
    });
    expect(await district.check('assets.vehicles', 'YB-1')).toEqual({
      status: 'IDENTITY_CONFLICT',
      asOf: '2018-07-02T09:00:00+08:00',
      subjects: { 尹某: 'FOUND', 杨某: 'IDENTITY_CONFLICT' },
      records: ['JD-3', 'JD-1'],
    });
  });

  it('withholds a marriage that names one of the couple otherwise, from the other too', async () => {
    await district.fill({
      registries: together(household, marriage('HY-1', yin, alsoKnownAs(yang, '杨某丽'))),
    });
    expect(await district.check('registrations.marriages', 'YB-1')).toMatchObject({
      status: 'IDENTITY_CONFLICT',
      subjects: { 尹某: 'FOUND', 杨某: 'IDENTITY_CONFLICT' },
      records: [],
    });
  });

  it('that holds the declared former name, or writes the name otherwise, is FOUND', async () => {
    const he = someone('何某宇', { member: { name: '贺某宇', former_name: '何某宇' } });
    const bai = someone('古丽·白某');
    await district.fill({
      registries: together(
        family('YB-1', [he, bai]),
        vehicle('JD-1', he),
        vehicle('JD-2', alsoKnownAs(bai, '古丽•白 某')),
      ),
    });
    expect(await district.check('assets.vehicles', 'YB-1')).toMatchObject({
      status: 'FOUND',
      subjects: { 贺某宇: 'FOUND', '古丽·白某': 'FOUND' },
      records: ['JD-1', 'JD-2'],
    });
  });

  it('does not take a name that only the registry calls former', async () => {
    await district.fill({
      registries: together(household, resident('HJ-1', alsoKnownAs(yang, '杨某丽'), { former_name: '杨某' })),
    });
    expectStatus(await district.check('registrations.residents', 'YB-1'), 'IDENTITY_CONFLICT', {
      尹某: 'NO_RECORD',
      杨某: 'IDENTITY_CONFLICT',
    });
  });

  it('gives the worst of its people’s statuses for the household', async () => {
    const silent = someone('无授权人', { authorisation: null });
    await district.fill({
      registries: together(family('YB-1', [yin, yang, silent]), vehicle('JD-1', alsoKnownAs(yang, '杨某丽'))),
    });
    expectStatus(await district.check('assets.vehicles', 'YB-1'), 'UNAUTHORISED', {
      尹某: 'NO_RECORD',
      杨某: 'IDENTITY_CONFLICT',
      无授权人: 'UNAUTHORISED',
    });
  });

  it('is UNAVAILABLE for a household without people: nobody was asked about', async () => {
    const { households = [] } = family('YB-1', []);
    await district.fill({ registries: { households } });
    for (const of of checks) {
      expect(await district.check(of, 'YB-1')).toEqual({
        status: 'UNAVAILABLE',
        asOf: null,
        subjects: {},
        records: [],
      });
    }
  });

  it('answers about an obligor outside the household as about a member', async () => {
    const son = someone('周某强', { member: { role: 'OBLIGOR', basis: 'LEGAL_OBLIGOR', relation: '20' } });
    await district.fill({ registries: together(family('YB-1', [yin, son]), vehicle('JD-1', son)) });
    expectStatus(await district.check('assets.vehicles', 'YB-1'), 'FOUND', {
      尹某: 'NO_RECORD',
      周某强: 'FOUND',
    });
  });

  it('answers about each household by itself where one person is declared in two, under two names', async () => {
    await district.fill({
      registries: together(household, family('YB-2', [alsoKnownAs(yang, '杨某丽')]), vehicle('JD-1', yang)),
    });
    const asked = await district.ask(`{
      households(ids: ["YB-1", "YB-2"]) { assets { vehicles { status records { recordId } } } }
    }`);
    expectErrors(asked);
    expect(asked.data).toEqual({
      households: [
        { assets: { vehicles: { status: 'FOUND', records: [{ recordId: 'JD-1' }] } } },
        { assets: { vehicles: { status: 'IDENTITY_CONFLICT', records: [] } } },
      ],
    });
  });
});
