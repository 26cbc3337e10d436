import { choice, date, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 水库移民后期扶持: support for people whom a reservoir displaced. */
export const resettlement = defineRegistry({
  name: 'resettlement',
  chinese: '水库移民后期扶持',
  table: 'resettlements',
  tier: 'district',
  reach: 'city',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    reservoir: text('reservoir', '水库', { max: 100 }),
    mode: choice('mode', '扶持方式', { 直补: 'DIRECT_GRANT', 项目: 'PROJECT' }),
    annualAmount: yuan('annual_amount', '年扶持金额'),
    from: date('from_date', '开始日期'),
    to: date('to_date', '结束日期', { optional: true }),
  },
});
