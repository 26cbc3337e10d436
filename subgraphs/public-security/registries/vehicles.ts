import { code, date, flag, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';
import { statusFlags } from './status-flags';

/** 机动车登记. */
export const vehicles = defineRegistry({
  name: 'vehicles',
  chinese: '机动车登记',
  tier: 'municipal',
  persons: [{ person: 'owner', name: 'ownerName' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    owner: person('owner_id_number', '所有人公民身份号码'),
    ownerName: personName('owner_name', '所有人姓名'),
    plateNumber: text('plate_no', '号牌号码', { max: 20 }),
    plateType: code('plate_type', '号牌种类', { form: /^\d{2}$/, expected: 'a GA 24.7 code of two digits' }),
    vehicleType: code('vehicle_type', '车辆类型', {
      form: /^[A-Z][A-Z0-9]{1,3}$/,
      expected: 'a code of a letter and digits, such as K33',
    }),
    brandModel: text('brand_model', '品牌型号', { optional: true, max: 100 }),
    useNature: code('use_nature', '使用性质', {
      optional: true,
      form: /^[A-Z]$/,
      expected: 'one letter, such as A',
    }),
    firstRegisteredOn: date('first_registered_on', '初次登记日期', { optional: true }),
    statusFlags: statusFlags('status_flags', '状态'),
    disabilityAdapted: flag('disability_adapted', '残疾人专用'),
    assessedValue: yuan('assessed_value', '评估价值', { optional: true }),
  },
});
