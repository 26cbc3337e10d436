import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { expectWords, openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const employer = '91500199MA5U4NPQXJ';

const row = ({ number, name }: Someone) => ({
  record_id: 'CB-1',
  id_number: number,
  name,
  insurance_type: '170',
  status: 'ACTIVE',
  payer_type: 'RESIDENT',
});

const fields = `
  recordId person { id } insuranceType status payerType employer employerCreditCode base paidThrough`;

describe.each(databaseKinds)('An insurance on %s', (kind) => {
  let insurances: RegistryUnderTest;
  beforeAll(async () => {
    insurances = await openRegistry(kind, {
      department: 'human-resources',
      file: 'social_insurance',
      check: 'registrations.socialInsurance',
      row,
    });
  }, 30_000);
  afterAll(() => insurances.close());

  it('is told whole, with who pays and until when', async () => {
    const { number, name } = insurances.person;
    const found = await insurances.records(fields, {
      记录编号: 'CB-1',
      公民身份号码: number,
      姓名: name,
      险种: '110',
      参保状态: '参保缴费',
      缴费主体: '单位',
      单位名称: '重庆某物流有限公司',
      单位统一社会信用代码: employer.toLowerCase(),
      缴费基数: '3600',
      缴至年月: '201805',
    });
    expect(found).toEqual([
      {
        recordId: 'CB-1',
        person: { id: insurances.district.personId(number) },
        insuranceType: '110',
        status: 'ACTIVE',
        payerType: 'EMPLOYER',
        employer: '重庆某物流有限公司',
        employerCreditCode: employer,
        base: '3600.00',
        paidThrough: '2018-05',
      },
    ]);
  });

  it('is told with nothing where the file has nothing', async () => {
    expect(await insurances.records(fields, row(insurances.person))).toEqual([
      {
        recordId: 'CB-1',
        person: { id: insurances.district.personId(insurances.person.number) },
        insuranceType: '170',
        status: 'ACTIVE',
        payerType: 'RESIDENT',
        employer: null,
        employerCreditCode: null,
        base: null,
        paidThrough: null,
      },
    ]);
  });

  it('is of a kind by three digits, whichever they are', async () => {
    const kinds = ['110', '120', '170', '210', '310', '320', '330', '340', '390', '410', '510', '999'];
    await expectWords(
      insurances,
      'insurance_type',
      'insuranceType',
      Object.fromEntries(kinds.map((of) => [of, of])),
    );
    expect(await insurances.refused({ insurance_type: '11' })).toEqual([
      'insurance_type: the code has another form',
    ]);
  });

  it('has a state, by its word', async () => {
    await expectWords(insurances, 'status', 'status', {
      参保缴费: 'ACTIVE',
      暂停缴费: 'SUSPENDED',
      终止缴费: 'TERMINATED',
    });
  });

  it('has a payer, by their word', async () => {
    await expectWords(insurances, 'payer_type', 'payerType', {
      单位: 'EMPLOYER',
      灵活就业: 'SELF_EMPLOYED',
      城乡居民: 'RESIDENT',
    });
  });

  it('is refused where the employer’s code has another check character', async () => {
    expect(await insurances.refused({ employer_credit_code: `${employer.slice(0, 17)}K` })).toEqual([
      'employer_credit_code: the check character is wrong',
    ]);
  });

  it('is known of people registered anywhere', async () => {
    expect(await insurances.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NO_RECORD' });
  });
});
