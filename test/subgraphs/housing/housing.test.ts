import { databaseKinds } from '../../support/databases';
import type { Someone } from '../../support/family';
import { openRegistry, type RegistryUnderTest } from '../../support/registry-under-test';

const contract = ({ number, name }: Someone) => ({
  record_id: 'WQ-1',
  buyer_id_number: number,
  buyer_name: name,
  contract_no: 'YF-2017-000318',
  project: '空港某花园',
  room: '3 栋 12-4',
  floor_area: '89.47',
  price: '742600',
  signed_on: '2017-11-20',
});

const contractFields = `
  recordId buyer { id } contractNumber project room floorArea price signedOn filedOn revokedOn`;

describe.each(databaseKinds)('A pre-sale contract on %s', (kind) => {
  let contracts: RegistryUnderTest;
  beforeAll(async () => {
    contracts = await openRegistry(kind, {
      department: 'housing',
      file: 'presale_contracts',
      check: 'assets.presaleContracts',
      row: contract,
    });
  }, 30_000);
  afterAll(() => contracts.close());

  it('is told whole, with the days of filing and of revocation', async () => {
    const { number, name } = contracts.person;
    const found = await contracts.records(contractFields, {
      记录编号: 'WQ-1',
      买受人公民身份号码: number,
      买受人姓名: name,
      合同编号: 'YF-2017-000318',
      项目名称: '空港某花园',
      房号: '3 栋 12-4',
      建筑面积: '89.5',
      总价: '742600.50',
      签订日期: '2017/11/20',
      备案日期: '20171127',
      撤销日期: '2018-03-01',
    });
    expect(found).toEqual([
      {
        recordId: 'WQ-1',
        buyer: { id: contracts.district.personId(number) },
        contractNumber: 'YF-2017-000318',
        project: '空港某花园',
        room: '3 栋 12-4',
        floorArea: 89.5,
        price: '742600.50',
        signedOn: '2017-11-20',
        filedOn: '2017-11-27',
        revokedOn: '2018-03-01',
      },
    ]);
  });

  it('stands, and is not filed, where the file has no days of it', async () => {
    expect(await contracts.records(contractFields, contract(contracts.person))).toEqual([
      {
        recordId: 'WQ-1',
        buyer: { id: contracts.district.personId(contracts.person.number) },
        contractNumber: 'YF-2017-000318',
        project: '空港某花园',
        room: '3 栋 12-4',
        floorArea: 89.47,
        price: '742600.00',
        signedOn: '2017-11-20',
        filedOn: null,
        revokedOn: null,
      },
    ]);
  });

  it('is sought in the city alone', async () => {
    expect(await contracts.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});

const lease = ({ number, name }: Someone) => ({
  record_id: 'GZF-1',
  tenant_id_number: number,
  tenant_name: name,
  lease_no: 'ZL-2012-000077',
  address: '鸳鸯街道某公租房 5 栋 9-2',
  floor_area: '38.5',
  monthly_rent: '346.5',
  lease_from: '2012-09-01',
});

const leaseFields = 'recordId tenant { id } leaseNumber address floorArea monthlyRent leaseFrom leaseTo';

describe.each(databaseKinds)('A lease of a public rental home on %s', (kind) => {
  let leases: RegistryUnderTest;
  beforeAll(async () => {
    leases = await openRegistry(kind, {
      department: 'housing',
      file: 'public_rentals',
      check: 'registrations.publicRentals',
      row: lease,
    });
  }, 30_000);
  afterAll(() => leases.close());

  it('is told whole, with its last day', async () => {
    const { number, name } = leases.person;
    const found = await leases.records(leaseFields, {
      记录编号: 'GZF-1',
      承租人公民身份号码: number,
      承租人姓名: name,
      租赁合同编号: 'ZL-2012-000077',
      房屋地址: '鸳鸯街道某公租房 5 栋 9-2',
      建筑面积: '38.55',
      月租金: '346.95',
      租期起: '2012/9/1',
      租期止: '2017/8/31',
    });
    expect(found).toEqual([
      {
        recordId: 'GZF-1',
        tenant: { id: leases.district.personId(number) },
        leaseNumber: 'ZL-2012-000077',
        address: '鸳鸯街道某公租房 5 栋 9-2',
        floorArea: 38.55,
        monthlyRent: '346.95',
        leaseFrom: '2012-09-01',
        leaseTo: '2017-08-31',
      },
    ]);
  });

  it('has no end where the file has none', async () => {
    expect(await leases.records(leaseFields, lease(leases.person))).toEqual([
      {
        recordId: 'GZF-1',
        tenant: { id: leases.district.personId(leases.person.number) },
        leaseNumber: 'ZL-2012-000077',
        address: '鸳鸯街道某公租房 5 栋 9-2',
        floorArea: 38.5,
        monthlyRent: '346.50',
        leaseFrom: '2012-09-01',
        leaseTo: null,
      },
    ]);
  });

  it('is sought in the city alone', async () => {
    expect(await leases.statuses()).toEqual({ inTheCity: 'NO_RECORD', elsewhere: 'NOT_COVERED' });
  });
});
