import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const row = ({ number, name }: Someone) => ({
  record_id: 'XJ-1',
  id_number: number,
  name,
  school: '龙山某小学',
  stage: '小学',
  school_kind: '公办',
  full_time: 'true',
  status: '在读',
  boarding: 'false',
});

const fields = `
  recordId person { id } school stage schoolKind fullTime status boarding annualFees annualAid`;

describe.each(databaseKinds)('An enrolment on %s', (kind) => {
  let enrolments: RegistryUnderTest;
  beforeAll(async () => {
    enrolments = await openRegistry(kind, {
      department: 'education',
      file: 'enrolments',
      check: 'registrations.enrolments',
      row,
    });
  }, 30_000);
  afterAll(() => enrolments.close());

  it('is told whole, with fees and aid', async () => {
    const { number, name } = enrolments.person;
    const found = await enrolments.records(fields, {
      记录编号: 'XJ-1',
      公民身份号码: number,
      姓名: name,
      学校: '渝北某职业技术学院',
      学段: '高职',
      办学性质: '民办',
      全日制: '否',
      学籍状态: '休学',
      住宿: '是',
      年收费: '6500',
      年资助金额: '3000.5',
    });
    expect(found).toEqual([
      {
        recordId: 'XJ-1',
        person: { id: enrolments.district.personId(number) },
        school: '渝北某职业技术学院',
        stage: 'VOCATIONAL_COLLEGE',
        schoolKind: 'PRIVATE',
        fullTime: false,
        status: 'SUSPENDED',
        boarding: true,
        annualFees: '6500.00',
        annualAid: '3000.50',
      },
    ]);
  });

  it('is told with nothing where the file has nothing', async () => {
    expect(await enrolments.records(fields, row(enrolments.person))).toEqual([
      {
        recordId: 'XJ-1',
        person: { id: enrolments.district.personId(enrolments.person.number) },
        school: '龙山某小学',
        stage: 'PRIMARY',
        schoolKind: 'PUBLIC',
        fullTime: true,
        status: 'ENROLLED',
        boarding: false,
        annualFees: null,
        annualAid: null,
      },
    ]);
  });

  it('is at a stage, by its word', async () => {
    await expectWords(enrolments, 'stage', 'stage', {
      学前: 'PRESCHOOL',
      小学: 'PRIMARY',
      初中: 'JUNIOR_SECONDARY',
      普高: 'SENIOR_SECONDARY',
      中职: 'VOCATIONAL_SECONDARY',
      高职: 'VOCATIONAL_COLLEGE',
      本科: 'BACHELOR',
      研究生: 'POSTGRADUATE',
    });
  });

  it('is at a school of a kind, by its word', async () => {
    await expectWords(enrolments, 'school_kind', 'schoolKind', { 公办: 'PUBLIC', 民办: 'PRIVATE' });
  });

  it('has a state, by its word', async () => {
    await expectWords(enrolments, 'status', 'status', {
      在读: 'ENROLLED',
      休学: 'SUSPENDED',
      毕业: 'GRADUATED',
      退学: 'WITHDRAWN',
    });
  });

  it('is sought in the city alone', async () => {
    expect(await enrolments.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});
