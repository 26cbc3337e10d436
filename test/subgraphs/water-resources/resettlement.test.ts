import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const row = ({ number, name }: Someone) => ({
  record_id: 'YM-1',
  id_number: number,
  name,
  reservoir: '某水库',
  mode: '直补',
  annual_amount: '600',
  from_date: '2006-07-01',
});

const fields = 'recordId person { id } reservoir mode annualAmount from to';

describe.each(databaseKinds)('Resettlement support on %s', (kind) => {
  let support: RegistryUnderTest;
  beforeAll(async () => {
    support = await openRegistry(kind, {
      department: 'water-resources',
      file: 'resettlements',
      check: 'registrations.resettlement',
      row,
    });
  }, 30_000);
  afterAll(() => support.close());

  it('is told whole, with its last day', async () => {
    const { number, name } = support.person;
    const found = await support.records(fields, {
      记录编号: 'YM-1',
      公民身份号码: number,
      姓名: name,
      水库: '某水库',
      扶持方式: '项目',
      年扶持金额: '600.5',
      开始日期: '2006/7/1',
      结束日期: '2026/6/30',
    });
    expect(found).toEqual([
      {
        recordId: 'YM-1',
        person: { id: support.district.personId(number) },
        reservoir: '某水库',
        mode: 'PROJECT',
        annualAmount: '600.50',
        from: '2006-07-01',
        to: '2026-06-30',
      },
    ]);
  });

  it('is open where the file has no last day', async () => {
    expect(await support.records(fields, row(support.person))).toEqual([
      {
        recordId: 'YM-1',
        person: { id: support.district.personId(support.person.number) },
        reservoir: '某水库',
        mode: 'DIRECT_GRANT',
        annualAmount: '600.00',
        from: '2006-07-01',
        to: null,
      },
    ]);
  });

  it('is given in a mode, by its word', async () => {
    await expectWords(support, 'mode', 'mode', { 直补: 'DIRECT_GRANT', 项目: 'PROJECT' });
  });

  it('is sought in the city alone', async () => {
    expect(await support.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});
