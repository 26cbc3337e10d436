import { syntheticCreditCode } from '../../support/credit-codes';
import { databaseKinds } from '../../support/databases';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';
import { business, role } from './business';

const creditCode = syntheticCreditCode(1);

const fields = `
  recordId person { id } role sharePercent
  business {
    creditCode name entityType scope address registeredCapital establishedOn status deregisteredOn employees
  }`;

describe.each(databaseKinds)('A role in a business on %s', (kind) => {
  let roles: RegistryUnderTest;
  beforeAll(async () => {
    roles = await openRegistry(kind, {
      department: 'market-regulation',
      file: 'business_roles',
      check: 'registrations.businesses',
      row: (person) => role('ZW-1', person, creditCode),
      besides: { businesses: [business(creditCode)] },
    });
  }, 30_000);
  afterAll(() => roles.close());

  it('is told whole, with its share and its business', async () => {
    const { number, name } = roles.person;
    const found = await roles.records(fields, {
      记录编号: 'ZW-1',
      统一社会信用代码: creditCode,
      公民身份号码: number,
      姓名: name,
      任职类型: '股东',
      持股比例: '66.6667',
    });
    expect(found).toEqual([
      {
        recordId: 'ZW-1',
        person: { id: roles.district.personId(number) },
        role: 'SHAREHOLDER',
        sharePercent: 66.6667,
        business: {
          creditCode,
          name: '渝北某科技有限公司',
          entityType: 'COMPANY',
          scope: null,
          address: null,
          registeredCapital: null,
          establishedOn: null,
          status: 'ACTIVE',
          deregisteredOn: null,
          employees: null,
        },
      },
    ]);
  });

  it('has no share where the file has none', async () => {
    expect(await roles.records('sharePercent', role('ZW-1', roles.person, creditCode))).toEqual([
      { sharePercent: null },
    ]);
  });

  it('is one of those of the law, by its word', async () => {
    await expectWords(roles, 'role', 'role', {
      法定代表人: 'LEGAL_REPRESENTATIVE',
      股东: 'SHAREHOLDER',
      投资人: 'SOLE_INVESTOR',
      合伙人: 'PARTNER',
      经营者: 'OPERATOR',
      董事: 'DIRECTOR',
      监事: 'SUPERVISOR',
      经理: 'MANAGER',
    });
  });

  it('is refused in a business that is in no file, and under a code with another check character', async () => {
    expect(await roles.refused({ credit_code: syntheticCreditCode(2) })).toEqual([
      'credit_code: businesses has no such credit_code',
    ]);
    expect(await roles.refused({ credit_code: `${creditCode.slice(0, 17)}0` })).toEqual([
      'credit_code: the check character is wrong',
    ]);
    expect(await roles.refused({ share_percent: '100.0001' })).toEqual([
      'share_percent: the number is out of range',
    ]);
  });

  it('is known of people registered anywhere', async () => {
    expect(await roles.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NO_RECORD' });
  });
});
