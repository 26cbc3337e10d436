import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const row = ({ number, name }: Someone) => ({
  record_id: 'GS-1',
  id_number: number,
  name,
  item: 'WAGES',
  period: '2018-01',
  income: '3600',
  tax_paid: '0',
});

const fields = 'recordId person { id } item withholder period income taxPaid';

describe.each(databaseKinds)('Income declared for tax on %s', (kind) => {
  let taxes: RegistryUnderTest;
  beforeAll(async () => {
    taxes = await openRegistry(kind, {
      department: 'taxation',
      file: 'tax_incomes',
      check: 'registrations.taxes',
      row,
    });
  }, 30_000);
  afterAll(() => taxes.close());

  it('is told whole, with who withheld the tax', async () => {
    const { number, name } = taxes.person;
    const found = await taxes.records(fields, {
      记录编号: 'GS-1',
      公民身份号码: number,
      姓名: name,
      所得项目: '劳务报酬所得',
      扣缴义务人: '龙山街道某家政服务部',
      税款所属期: '201801',
      收入额: '900.5',
      已缴税额: '20',
    });
    expect(found).toEqual([
      {
        recordId: 'GS-1',
        person: { id: taxes.district.personId(number) },
        item: 'LABOUR_SERVICES',
        withholder: '龙山街道某家政服务部',
        period: '2018-01',
        income: '900.50',
        taxPaid: '20.00',
      },
    ]);
  });

  it('is told with nothing where the file has nothing', async () => {
    expect(await taxes.records(fields, row(taxes.person))).toEqual([
      {
        recordId: 'GS-1',
        person: { id: taxes.district.personId(taxes.person.number) },
        item: 'WAGES',
        withholder: null,
        period: '2018-01',
        income: '3600.00',
        taxPaid: '0.00',
      },
    ]);
  });

  it('is of one of the nine heads of the law, however it is written', async () => {
    await expectWords(taxes, 'item', 'item', {
      工资薪金: 'WAGES',
      '工资、薪金': 'WAGES',
      工资薪金所得: 'WAGES',
      '工资、薪金所得': 'WAGES',
      劳务报酬: 'LABOUR_SERVICES',
      劳务报酬所得: 'LABOUR_SERVICES',
      稿酬: 'AUTHORSHIP',
      稿酬所得: 'AUTHORSHIP',
      特许权: 'ROYALTIES',
      特许权使用费: 'ROYALTIES',
      特许权使用费所得: 'ROYALTIES',
      经营: 'BUSINESS',
      经营所得: 'BUSINESS',
      利息股息红利: 'INTEREST_DIVIDENDS',
      '利息、股息、红利': 'INTEREST_DIVIDENDS',
      利息股息红利所得: 'INTEREST_DIVIDENDS',
      '利息、股息、红利所得': 'INTEREST_DIVIDENDS',
      财产租赁: 'PROPERTY_LEASE',
      财产租赁所得: 'PROPERTY_LEASE',
      财产转让: 'PROPERTY_TRANSFER',
      财产转让所得: 'PROPERTY_TRANSFER',
      偶然: 'INCIDENTAL',
      偶然所得: 'INCIDENTAL',
    });
  });

  it('is known of people registered anywhere', async () => {
    expect(await taxes.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NO_RECORD' });
  });
});
