import { choice, month, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 社会保险待遇: what social insurance paid to whom, month by month. */
export const socialInsuranceBenefits = defineRegistry({
  name: 'socialInsuranceBenefits',
  chinese: '社会保险待遇',
  table: 'social_insurance_benefits',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    kind: choice('kind', '待遇类别', {
      养老金: 'PENSION',
      城乡居民养老金: 'RESIDENT_PENSION',
      失业金: 'UNEMPLOYMENT',
      工伤待遇: 'WORK_INJURY',
      遗属待遇: 'SURVIVOR',
    }),
    monthlyAmount: yuan('monthly_amount', '月待遇金额'),
    basicPart: yuan('basic_part', '基础养老金', { optional: true }),
    month: month('month', '待遇月份'),
  },
});
