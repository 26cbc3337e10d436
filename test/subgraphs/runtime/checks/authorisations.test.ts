import { expectStatus } from '../../../support/check';
import { databaseKinds } from '../../../support/databases';
import { openDistrict, timesAsked, type District, twoDepartments } from '../../../support/district';
import {
  death,
  family,
  marriage,
  resident,
  rollEntry,
  someone,
  together,
  vehicle,
} from '../../../support/family';

describe.each(databaseKinds)('Without an authorisation, on %s,', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ departments: twoDepartments, kind, registries: {} });
  });
  afterAll(() => district.close());

  const yin = someone('尹某');
  const yang = someone('杨某', { authorisation: null });
  const rows = together(
    vehicle('JD-1', yang),
    resident('HJ-1', yang),
    marriage('HY-1', yang, someone('外人')),
    death('SW-1', yang),
    rollEntry('TZ-1', yang),
  );
  const guarded = [
    ['assets.vehicles', 'vehicles'],
    ['registrations.residents', 'residents'],
    ['registrations.marriages', 'marriages'],
  ] as const;

  it('a person is UNAUTHORISED, and no statement to the registry carries them', async () => {
    await district.fill({ registries: together(family('YB-1', [yin, yang]), rows) });
    for (const [of, table] of guarded) {
      expect(await district.check(of, 'YB-1')).toEqual({
        status: 'UNAUTHORISED',
        asOf: '2018-07-02T09:00:00+08:00',
        subjects: { 尹某: 'NO_RECORD', 杨某: 'UNAUTHORISED' },
        records: [],
      });
      const parties = table === 'marriages' ? 2 : 1;
      expect(timesAsked(district, table, district.personId(yin.number))).toEqual([parties]);
      expect(timesAsked(district, table, district.personId(yang.number))).toEqual([0]);
    }
  });

  it('of anybody, a registry is not asked at all', async () => {
    await district.fill({
      registries: together(family('YB-1', [{ ...yin, authorisation: null }, yang]), rows),
    });
    for (const [of, table] of guarded) {
      district.forget();
      expect(await district.check(of, 'YB-1')).toEqual({
        status: 'UNAUTHORISED',
        asOf: null,
        subjects: { 尹某: 'UNAUTHORISED', 杨某: 'UNAUTHORISED' },
        records: [],
      });
      expect(district.statements.length).toBeGreaterThan(0);
      expect(district.statements.filter((sql) => sql.includes(table))).toEqual([]);
    }
  });

  it('deaths and roll entries are read: they are the bureau’s own', async () => {
    await district.fill({ registries: together(family('YB-1', [yang]), rows) });
    expect(await district.check('registrations.deaths', 'YB-1')).toMatchObject({
      subjects: { 杨某: 'FOUND' },
      records: ['SW-1'],
    });
    expect(await district.check('registrations.assistanceRolls', 'YB-1')).toMatchObject({
      subjects: { 杨某: 'FOUND' },
      records: ['TZ-1'],
    });
  });

  // The clock of these tests stands at 9 o'clock on 2018-07-02.
  it.each([
    ['signed today', 'FOUND', { signed_on: '2018-07-02' }],
    ['signed tomorrow', 'UNAUTHORISED', { signed_on: '2018-07-03' }],
    ['valid to the end of today', 'FOUND', { valid_until: '2018-07-02' }],
    ['expired yesterday', 'UNAUTHORISED', { valid_until: '2018-07-01' }],
    ['withdrawn from tomorrow', 'FOUND', { withdrawn_on: '2018-07-03' }],
    ['withdrawn today', 'UNAUTHORISED', { withdrawn_on: '2018-07-02' }],
    ['for another program', 'UNAUTHORISED', { program: 'MEDICAL_ASSISTANCE' }],
    ['of another household', 'UNAUTHORISED', { household_id: 'YB-2' }],
    ['of somebody else of the household', 'UNAUTHORISED', { id_number: yin.number }],
  ])('where that is: an authorisation %s makes %s', async (_, status, authorisation) => {
    const asking = someone('罗某', { authorisation });
    await district.fill({
      registries: together(
        family('YB-2', [someone('邻居')]),
        family('YB-1', [yin, asking]),
        vehicle('JD-1', asking),
      ),
    });
    const told = await district.check('assets.vehicles', 'YB-1');
    expect(told.subjects).toEqual({ 尹某: 'NO_RECORD', 罗某: status });
    expect(told.records).toEqual(status === 'FOUND' ? ['JD-1'] : []);
    const { data } = await district.ask('{ household(id: "YB-1") { members { declaredName authorised } } }');
    expect(data).toMatchObject({
      household: {
        members: [{ declaredName: '尹某', authorised: true }, { authorised: status === 'FOUND' }],
      },
    });
  });

  it('one of several that is in force is enough', async () => {
    await district.fill({
      registries: together(family('YB-1', [yin]), {
        authorisations: [
          {
            authorisation_no: 'SQS-9',
            household_id: 'YB-1',
            id_number: yin.number,
            program: 'TEMPORARY_ASSISTANCE',
            signed_on: '2017-01-01',
            withdrawn_on: '2017-02-01',
          },
        ],
      }),
    });
    expectStatus(await district.check('assets.vehicles', 'YB-1'), 'NO_RECORD', { 尹某: 'NO_RECORD' });
  });
});
