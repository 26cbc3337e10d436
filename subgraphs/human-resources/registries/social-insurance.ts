import { choice, code, creditCode, month, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 社会保险参保: who is insured, by whom and for what. */
export const socialInsurance = defineRegistry({
  name: 'socialInsurance',
  chinese: '社会保险参保',
  table: 'social_insurance',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    insuranceType: code('insurance_type', '险种', {
      form: /^\d{3}$/,
      expected: 'an AAE140 code of three digits, such as 110',
    }),
    status: choice('status', '参保状态', {
      参保缴费: 'ACTIVE',
      暂停缴费: 'SUSPENDED',
      终止缴费: 'TERMINATED',
    }),
    payerType: choice('payer_type', '缴费主体', {
      单位: 'EMPLOYER',
      灵活就业: 'SELF_EMPLOYED',
      城乡居民: 'RESIDENT',
    }),
    employer: text('employer', '单位名称', { optional: true }),
    employerCreditCode: creditCode('employer_credit_code', '单位统一社会信用代码', { optional: true }),
    base: yuan('base', '缴费基数', { optional: true }),
    paidThrough: month('paid_through', '缴至年月', { optional: true }),
  },
});
