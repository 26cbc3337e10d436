import { choice, code, date, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 房屋改造、鉴定与征收: what was done to a person's house, found of it or paid for it. */
export const housingWorks = defineRegistry({
  name: 'housingWorks',
  chinese: '房屋改造、鉴定与征收',
  table: 'housing_works',
  tier: 'district',
  reach: 'city',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    kind: choice('kind', '类别', {
      危房改造: 'DANGEROUS_HOUSE_RENOVATION',
      安全鉴定: 'SAFETY_APPRAISAL',
      征收补偿: 'DEMOLITION_COMPENSATION',
    }),
    location: text('location', '坐落'),
    dangerGrade: code('danger_grade', '危房等级', {
      optional: true,
      form: /^[A-D]$/,
      expected: 'one letter from A to D, such as C',
    }),
    amount: yuan('amount', '金额', { optional: true }),
    completedOn: date('completed_on', '完成日期', { optional: true }),
  },
});
