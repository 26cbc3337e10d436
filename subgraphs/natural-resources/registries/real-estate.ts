import { choice, code, date, list, personName, text, unitNumber } from '../../runtime/registry/columns';
import { percent, squareMetres } from '../../runtime/registry/measure-columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 不动产登记: titles to real estate in the city, past ones included. A row a unit and owner. */
export const realEstate = defineRegistry({
  name: 'realEstate',
  chinese: '不动产登记',
  table: 'real_estate',
  tier: 'municipal',
  reach: 'city',
  persons: [{ person: 'owner', name: 'ownerName' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    owner: person('owner_id_number', '权利人公民身份号码'),
    ownerName: personName('owner_name', '权利人姓名'),
    unitNumber: unitNumber('unit_no', '不动产单元号'),
    certificateNumber: text('certificate_no', '权证号', { max: 100 }),
    location: text('location', '坐落'),
    usage: choice(
      'usage',
      '用途',
      {
        住宅: 'RESIDENTIAL',
        商业: 'COMMERCIAL',
        办公: 'OFFICE',
        车位: 'PARKING',
        工业: 'INDUSTRIAL',
        其他: 'OTHER',
      },
      { storedAs: 'property_usage' },
    ),
    floorArea: squareMetres('floor_area', '建筑面积'),
    coOwnership: choice('co_ownership', '共有方式', {
      0: 'SOLE',
      单独所有: 'SOLE',
      1: 'JOINT',
      共同共有: 'JOINT',
      2: 'BY_SHARES',
      按份共有: 'BY_SHARES',
      3: 'OTHER',
      其他共有: 'OTHER',
    }),
    sharePercent: percent('share_percent', '共有份额', { optional: true }),
    status: choice('status', '权属状态', {
      0: 'PROVISIONAL',
      临时: 'PROVISIONAL',
      1: 'CURRENT',
      现势: 'CURRENT',
      2: 'HISTORIC',
      历史: 'HISTORIC',
      3: 'TERMINATED',
      终止: 'TERMINATED',
    }),
    registeredOn: date('registered_on', '登记日期', { aliases: ['登记时间'] }),
    endedOn: date('ended_on', '终止日期', { optional: true }),
    dangerGrade: code('danger_grade', '危房等级', {
      optional: true,
      form: /^[A-D]$/,
      expected: 'one letter from A to D, such as C',
    }),
    encumbrances: list('encumbrances', '权利限制', { max: 500 }),
  },
});
