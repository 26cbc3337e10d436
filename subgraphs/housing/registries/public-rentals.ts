import { date, personName, text, yuan } from '../../runtime/registry/columns';
import { squareMetres } from '../../runtime/registry/measure-columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 公租房配租: leases of public rental homes. */
export const publicRentals = defineRegistry({
  name: 'publicRentals',
  chinese: '公租房配租',
  table: 'public_rentals',
  tier: 'district',
  reach: 'city',
  persons: [{ person: 'tenant', name: 'tenantName' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    tenant: person('tenant_id_number', '承租人公民身份号码'),
    tenantName: personName('tenant_name', '承租人姓名'),
    leaseNumber: text('lease_no', '租赁合同编号', { max: 60 }),
    address: text('address', '房屋地址'),
    floorArea: squareMetres('floor_area', '建筑面积'),
    monthlyRent: yuan('monthly_rent', '月租金'),
    leaseFrom: date('lease_from', '租期起'),
    leaseTo: date('lease_to', '租期止', { optional: true }),
  },
});
