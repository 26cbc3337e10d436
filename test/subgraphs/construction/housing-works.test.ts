import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const row = ({ number, name }: Someone) => ({
  record_id: 'JW-1',
  id_number: number,
  name,
  kind: 'SAFETY_APPRAISAL',
  location: '统景镇前锋村 3 组',
});

const fields = 'recordId person { id } kind location dangerGrade amount completedOn';

describe.each(databaseKinds)('Work on a house on %s', (kind) => {
  let works: RegistryUnderTest;
  beforeAll(async () => {
    works = await openRegistry(kind, {
      department: 'construction',
      file: 'housing_works',
      check: 'registrations.housingWorks',
      row,
    });
  }, 30_000);
  afterAll(() => works.close());

  it('is told whole, with the danger, the amount and the day', async () => {
    const { number, name } = works.person;
    const found = await works.records(fields, {
      记录编号: 'JW-1',
      公民身份号码: number,
      姓名: name,
      类别: '危房改造',
      坐落: '大盛镇青龙村 1 组',
      危房等级: 'D',
      金额: '21000',
      完成日期: '20151203',
    });
    expect(found).toEqual([
      {
        recordId: 'JW-1',
        person: { id: works.district.personId(number) },
        kind: 'DANGEROUS_HOUSE_RENOVATION',
        location: '大盛镇青龙村 1 组',
        dangerGrade: 'D',
        amount: '21000.00',
        completedOn: '2015-12-03',
      },
    ]);
  });

  it('is told with nothing where the file has nothing', async () => {
    expect(await works.records(fields, row(works.person))).toEqual([
      {
        recordId: 'JW-1',
        person: { id: works.district.personId(works.person.number) },
        kind: 'SAFETY_APPRAISAL',
        location: '统景镇前锋村 3 组',
        dangerGrade: null,
        amount: null,
        completedOn: null,
      },
    ]);
  });

  it('is of a kind, by its word', async () => {
    await expectWords(works, 'kind', 'kind', {
      危房改造: 'DANGEROUS_HOUSE_RENOVATION',
      安全鉴定: 'SAFETY_APPRAISAL',
      征收补偿: 'DEMOLITION_COMPENSATION',
    });
  });

  it('has a danger grade from A to D', async () => {
    await expectWords(works, 'danger_grade', 'dangerGrade', { A: 'A', B: 'B', C: 'C', D: 'D' });
    expect(await works.refused({ danger_grade: 'AB' })).toEqual(['danger_grade: the code has another form']);
  });

  it('is sought in the city alone', async () => {
    expect(await works.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});
