import { choice, month, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';
import { incomeItems } from './income-items';

/** 个人所得税申报: income declared for tax. No tax paid does not mean no income. */
export const taxes = defineRegistry({
  name: 'taxes',
  chinese: '个人所得税申报',
  table: 'tax_incomes',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    item: choice('item', '所得项目', incomeItems),
    withholder: text('withholder', '扣缴义务人', { optional: true }),
    period: month('period', '税款所属期'),
    income: yuan('income', '收入额'),
    taxPaid: yuan('tax_paid', '已缴税额'),
  },
});
