import { choice, date, personName, text } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 婚姻登记. Court divorces are not in it. */
export const marriages = defineRegistry({
  name: 'marriages',
  chinese: '婚姻登记',
  tier: 'municipal',
  persons: [
    { person: 'partyA', name: 'partyAName' },
    { person: 'partyB', name: 'partyBName' },
  ],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    event: choice('event', '登记类型', { 结婚: 'MARRIAGE', 离婚: 'DIVORCE', 撤销: 'ANNULMENT' }),
    certificateNumber: text('certificate_no', '证件字号', { max: 60 }),
    registeredOn: date('registered_on', '登记日期'),
    partyA: person('party_a_id_number', '甲方公民身份号码'),
    partyAName: personName('party_a_name', '甲方姓名'),
    partyB: person('party_b_id_number', '乙方公民身份号码'),
    partyBName: personName('party_b_name', '乙方姓名'),
    office: text('office', '登记机关', { optional: true, max: 100 }),
  },
});
