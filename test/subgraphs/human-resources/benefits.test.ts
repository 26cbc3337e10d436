import { databaseKinds } from '../../support/databases';
import { expectErrors } from '../../support/ask';
import { now, openDistrict, timesAsked, type District } from '../../support/district';
import { alsoKnownAs, family, someone, together, type Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const row = ({ number, name }: Someone) => ({
  record_id: 'DY-1',
  id_number: number,
  name,
  kind: 'PENSION',
  monthly_amount: '1400',
  month: '2018-05',
});

const fields = 'recordId person { id } kind monthlyAmount basicPart month';

describe.each(databaseKinds)('A benefit on %s', (kind) => {
  let benefits: RegistryUnderTest;
  beforeAll(async () => {
    benefits = await openRegistry(kind, {
      department: 'human-resources',
      file: 'social_insurance_benefits',
      check: 'registrations.socialInsurance',
      list: 'benefits',
      row,
    });
  }, 30_000);
  afterAll(() => benefits.close());

  it('is told whole, with its basic part', async () => {
    const { number, name } = benefits.person;
    const found = await benefits.records(fields, {
      记录编号: 'DY-1',
      公民身份号码: number,
      姓名: name,
      待遇类别: '城乡居民养老金',
      月待遇金额: '115',
      基础养老金: '95.00',
      待遇月份: '201805',
    });
    const person = { id: benefits.district.personId(number) };
    expect(found).toEqual([
      {
        recordId: 'DY-1',
        person,
        kind: 'RESIDENT_PENSION',
        monthlyAmount: '115.00',
        basicPart: '95.00',
        month: '2018-05',
      },
    ]);
  });

  it('has no basic part where the file has none', async () => {
    const person = { id: benefits.district.personId(benefits.person.number) };
    expect(await benefits.records(fields, row(benefits.person))).toEqual([
      {
        recordId: 'DY-1',
        person,
        kind: 'PENSION',
        monthlyAmount: '1400.00',
        basicPart: null,
        month: '2018-05',
      },
    ]);
  });

  it('is of a kind, by its word', async () => {
    await expectWords(benefits, 'kind', 'kind', {
      养老金: 'PENSION',
      城乡居民养老金: 'RESIDENT_PENSION',
      失业金: 'UNEMPLOYMENT',
      工伤待遇: 'WORK_INJURY',
      遗属待遇: 'SURVIVOR',
    });
  });
});

describe.each(databaseKinds)('Insurance and its benefits on %s', (kind) => {
  const zhou = someone('周某国');
  const lan = someone('兰某英');
  const household = family('YB-1', [zhou, lan]);
  const insured = (person: Someone) => ({
    record_id: 'CB-1',
    id_number: person.number,
    name: person.name,
    insurance_type: '170',
    status: 'ACTIVE',
    payer_type: 'RESIDENT',
  });
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ kind, registries: household });
  }, 30_000);
  afterAll(() => district.close());

  async function told() {
    const asked = await district.ask(`{
      household(id: "YB-1") {
        registrations {
          socialInsurance { status asOf subjects { status } records { recordId } benefits { recordId } }
        }
      }
    }`);
    expectErrors(asked);
    const { registrations } = asked.data?.['household'] as {
      registrations: { socialInsurance: { subjects: { status: string }[] } };
    };
    const { subjects, ...check } = registrations.socialInsurance;
    return { ...check, subjects: subjects.map(({ status }) => status) };
  }

  it('are one check: FOUND for whom either has a row', async () => {
    await district.fill({
      registries: together(household, {
        social_insurance: [insured(zhou)],
        social_insurance_benefits: [row(lan)],
      }),
    });
    expect(await told()).toEqual({
      status: 'FOUND',
      asOf: '2018-07-02T09:00:00+08:00',
      subjects: ['FOUND', 'FOUND'],
      records: [{ recordId: 'CB-1' }],
      benefits: [{ recordId: 'DY-1' }],
    });
  });

  it.each(['social_insurance', 'social_insurance_benefits'])(
    'are as old as the older of them, and STALE where %s is',
    async (older) => {
      await district.fill({
        registries: together(household, {
          social_insurance: [insured(zhou)],
          social_insurance_benefits: [row(lan)],
        }),
        asOf: { [older]: hoursAgo(25) },
      });
      expect(await told()).toEqual({
        status: 'STALE',
        asOf: '2018-07-01T08:00:00+08:00',
        subjects: ['STALE', 'STALE'],
        records: [{ recordId: 'CB-1' }],
        benefits: [{ recordId: 'DY-1' }],
      });
    },
  );

  it.each(['social_insurance', 'social_insurance_benefits'])(
    'are UNAVAILABLE, and show nothing, until %s is filled too',
    async (empty) => {
      await district.fill({
        registries: together(household, {
          social_insurance: [insured(zhou)],
          social_insurance_benefits: [row(lan)],
        }),
        neverFilled: [empty],
      });
      expect(await told()).toEqual({
        status: 'UNAVAILABLE',
        asOf: null,
        subjects: ['UNAVAILABLE', 'UNAVAILABLE'],
        records: [],
        benefits: [],
      });
    },
  );

  it('conflict where one of them has another name, and show what the other has', async () => {
    await district.fill({
      registries: together(household, {
        social_insurance: [insured(alsoKnownAs(zhou, '周某某'))],
        social_insurance_benefits: [row(zhou)],
      }),
    });
    expect(await told()).toMatchObject({
      status: 'IDENTITY_CONFLICT',
      subjects: ['IDENTITY_CONFLICT', 'NO_RECORD'],
      records: [],
      benefits: [{ recordId: 'DY-1' }],
    });
  });

  it('are asked with one statement each', async () => {
    await district.fill({ registries: household });
    await told();
    for (const table of ['social_insurance', 'social_insurance_benefits']) {
      expect(timesAsked(district, table, district.personId(zhou.number))).toEqual([1]);
    }
  });
});
