import { choice, date, division, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';
import { programs } from './programs';

/** 救助台账: who applied for, draws or drew which assistance, anywhere in the city. */
export const assistanceRolls = defineRegistry({
  name: 'assistanceRolls',
  chinese: '救助台账',
  table: 'assistance_rolls',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    householdId: text('household_id', '家庭编号', { max: 40 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    program: choice('program', '救助类别', programs),
    divisionCode: division('division_code', '区划代码'),
    status: choice('status', '状态', { 申请中: 'APPLIED', 享受中: 'DRAWING', 已停止: 'ENDED' }),
    from: date('from_date', '开始日期'),
    to: date('to_date', '结束日期', { optional: true }),
    monthlyAmount: yuan('monthly_amount', '月救助金额', { optional: true }),
  },
});
