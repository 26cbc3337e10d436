import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const row = ({ number, name }: Someone) => ({
  record_id: 'GJJ-1',
  id_number: number,
  name,
  base: '3600',
  employer_rate: '5',
  own_rate: '5',
  monthly_deposit: '360.00',
  balance: '0',
  account_status: '01',
});

const fields = `
  recordId person { id } employer base employerRatePercent ownRatePercent monthlyDeposit paidThrough balance
  accountStatus`;

describe.each(databaseKinds)('An account of the provident fund on %s', (kind) => {
  let accounts: RegistryUnderTest;
  beforeAll(async () => {
    accounts = await openRegistry(kind, {
      department: 'provident-fund',
      file: 'provident_fund',
      check: 'assets.providentFund',
      row,
    });
  }, 30_000);
  afterAll(() => accounts.close());

  it('is told whole, with who pays in and until when', async () => {
    const { number, name } = accounts.person;
    const found = await accounts.records(fields, {
      记录编号: 'GJJ-1',
      公民身份号码: number,
      姓名: name,
      单位名称: '重庆某物流有限公司',
      缴存基数: '3650.5',
      单位缴存比例: '12',
      个人缴存比例: '5.25',
      月缴存额: '629.71',
      缴至年月: '201805',
      余额: '21480.35',
      账户状态: '封存',
    });
    expect(found).toEqual([
      {
        recordId: 'GJJ-1',
        person: { id: accounts.district.personId(number) },
        employer: '重庆某物流有限公司',
        base: '3650.50',
        employerRatePercent: 12,
        ownRatePercent: 5.25,
        monthlyDeposit: '629.71',
        paidThrough: '2018-05',
        balance: '21480.35',
        accountStatus: 'SEALED',
      },
    ]);
  });

  it('is told with nothing where the file has nothing', async () => {
    expect(await accounts.records(fields, row(accounts.person))).toEqual([
      {
        recordId: 'GJJ-1',
        person: { id: accounts.district.personId(accounts.person.number) },
        employer: null,
        base: '3600.00',
        employerRatePercent: 5,
        ownRatePercent: 5,
        monthlyDeposit: '360.00',
        paidThrough: null,
        balance: '0.00',
        accountStatus: 'NORMAL',
      },
    ]);
  });

  it('has a state, by code or word', async () => {
    await expectWords(accounts, 'account_status', 'accountStatus', {
      '01': 'NORMAL',
      '02': 'SEALED',
      '03': 'MERGED',
      '04': 'TRANSFERRED_OUT',
      '05': 'WITHDRAWN',
      '06': 'FROZEN',
      99: 'OTHER',
      正常: 'NORMAL',
      封存: 'SEALED',
      合并销户: 'MERGED',
      外部转出销户: 'TRANSFERRED_OUT',
      提取销户: 'WITHDRAWN',
      冻结: 'FROZEN',
      其他: 'OTHER',
    });
  });

  it('is refused where a rate is no percentage, or a month no month', async () => {
    expect(await accounts.refused({ employer_rate: '5%', own_rate: '105', paid_through: '2018-13' })).toEqual(
      [
        'employer_rate: it is not written as a number',
        'own_rate: the number is out of range',
        'paid_through: the year has no such month',
      ],
    );
  });

  it('is sought in the city alone', async () => {
    expect(await accounts.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});
