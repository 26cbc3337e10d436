import { date, personName, text, yuan } from '../../runtime/registry/columns';
import { squareMetres } from '../../runtime/registry/measure-columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 商品房网签备案: contracts for homes not yet registered. A row a contract and buyer. */
export const presaleContracts = defineRegistry({
  name: 'presaleContracts',
  chinese: '商品房网签备案',
  table: 'presale_contracts',
  tier: 'district',
  reach: 'city',
  persons: [{ person: 'buyer', name: 'buyerName' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    buyer: person('buyer_id_number', '买受人公民身份号码'),
    buyerName: personName('buyer_name', '买受人姓名'),
    contractNumber: text('contract_no', '合同编号', { max: 60 }),
    project: text('project', '项目名称'),
    room: text('room', '房号', { max: 100 }),
    floorArea: squareMetres('floor_area', '建筑面积'),
    price: yuan('price', '总价'),
    signedOn: date('signed_on', '签订日期'),
    filedOn: date('filed_on', '备案日期', { optional: true }),
    revokedOn: date('revoked_on', '撤销日期', { optional: true }),
  },
});
