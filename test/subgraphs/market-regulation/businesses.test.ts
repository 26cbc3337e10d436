import { rmSync } from 'node:fs';
import { personKey } from '../../../schema/config/keys';
import { importFolder } from '../../../subgraphs/runtime/import/import-folder';
import { syntheticCreditCode } from '../../support/credit-codes';
import { databaseKinds } from '../../support/databases';
import { expectErrors } from '../../support/ask';
import { now, openDistrict, type District } from '../../support/district';
import { writeExchangeFiles } from '../../support/exchange-files';
import { family, someone, together } from '../../support/family';
import { business, market, role } from './business';

describe.each(databaseKinds)('A business on %s', (kind) => {
  const yang = someone('杨某');
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ kind, registries: {} });
  }, 30_000);
  afterAll(() => district.close());

  async function businesses(fields: string): Promise<unknown[]> {
    const asked = await district.ask(
      `{ household(id: "YB-1") { registrations { businesses { records { business { ${fields} } } } } } }`,
    );
    expectErrors(asked);
    const { registrations } = asked.data?.['household'] as {
      registrations: { businesses: { records: { business: unknown }[] } };
    };
    return registrations.businesses.records.map((record) => record.business);
  }

  it('is told whole, with what it may do, its capital, its end and its people', async () => {
    const creditCode = syntheticCreditCode(1);
    await district.fill({
      registries: together(
        family('YB-1', [yang]),
        market([business(creditCode)], [role('ZW-1', yang, creditCode)]),
      ),
    });
    const row = {
      统一社会信用代码: creditCode.toLowerCase(),
      名称: '重庆某服饰有限公司',
      主体类型: '公司',
      经营范围: '服装加工、销售。'.repeat(200),
      住所: '回兴街道服装城大道 9 号',
      注册资本: '500000',
      成立日期: '2009/6/18',
      登记状态: '注销',
      注销日期: '20161125',
      从业人数: '12',
    };
    const directory = writeExchangeFiles({ businesses: [row] }, { businesses: Object.keys(row) });
    const reports = await importFolder({
      directory,
      departments: [district.department('market-regulation')],
      personKey: personKey(district.databases.config),
      clock: () => now,
    });
    rmSync(directory, { recursive: true });
    expect(reports).toMatchObject([{ problems: [], written: 1 }]);
    expect(
      await businesses(
        'creditCode name entityType scope address registeredCapital establishedOn status deregisteredOn employees',
      ),
    ).toEqual([
      {
        creditCode,
        name: '重庆某服饰有限公司',
        entityType: 'COMPANY',
        scope: '服装加工、销售。'.repeat(200),
        address: '回兴街道服装城大道 9 号',
        registeredCapital: '500000.00',
        establishedOn: '2009-06-18',
        status: 'DEREGISTERED',
        deregisteredOn: '2016-11-25',
        employees: 12,
      },
    ]);
  });

  /** Fills a business for each word, and expects the value of the field for each, and the values as themselves. */
  async function expectWords(column: string, field: string, words: Record<string, string>): Promise<void> {
    const all = { ...words, ...Object.fromEntries(Object.values(words).map((value) => [value, value])) };
    const rows = Object.keys(all).map((word, index) =>
      business(syntheticCreditCode(index), { [column]: word }),
    );
    const roles = rows.map((_, index) => role(`ZW-${100 + index}`, yang, syntheticCreditCode(index)));
    await district.fill({ registries: together(family('YB-1', [yang]), market(rows, roles)) });
    expect(await businesses(field)).toEqual(Object.values(all).map((value) => ({ [field]: value })));
  }

  it('is of a type, by its word', async () => {
    await expectWords('entity_type', 'entityType', {
      公司: 'COMPANY',
      个体工商户: 'INDIVIDUAL',
      合伙企业: 'PARTNERSHIP',
      个人独资企业: 'SOLE_PROPRIETORSHIP',
      农民专业合作社: 'COOPERATIVE',
      其他: 'OTHER',
    });
  });

  it('has a state, by code or word', async () => {
    await expectWords('status', 'status', {
      1: 'ACTIVE',
      2: 'REVOKED',
      3: 'REVOKED_AND_DEREGISTERED',
      4: 'DEREGISTERED',
      5: 'CANCELLED',
      6: 'MOVED_OUT',
      9: 'OTHER',
      存续: 'ACTIVE',
      在营: 'ACTIVE',
      开业: 'ACTIVE',
      在册: 'ACTIVE',
      吊销未注销: 'REVOKED',
      吊销已注销: 'REVOKED_AND_DEREGISTERED',
      注销: 'DEREGISTERED',
      撤销: 'CANCELLED',
      迁出: 'MOVED_OUT',
      其他: 'OTHER',
    });
  });
});
