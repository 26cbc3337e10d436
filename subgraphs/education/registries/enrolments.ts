import { choice, flag, personName, text, yuan } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 学籍: who is or was enrolled at which school. */
export const enrolments = defineRegistry({
  name: 'enrolments',
  chinese: '学籍',
  tier: 'district',
  reach: 'city',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    school: text('school', '学校'),
    stage: choice('stage', '学段', {
      学前: 'PRESCHOOL',
      小学: 'PRIMARY',
      初中: 'JUNIOR_SECONDARY',
      普高: 'SENIOR_SECONDARY',
      中职: 'VOCATIONAL_SECONDARY',
      高职: 'VOCATIONAL_COLLEGE',
      本科: 'BACHELOR',
      研究生: 'POSTGRADUATE',
    }),
    schoolKind: choice('school_kind', '办学性质', { 公办: 'PUBLIC', 民办: 'PRIVATE' }),
    fullTime: flag('full_time', '全日制'),
    status: choice('status', '学籍状态', {
      在读: 'ENROLLED',
      休学: 'SUSPENDED',
      毕业: 'GRADUATED',
      退学: 'WITHDRAWN',
    }),
    boarding: flag('boarding', '住宿'),
    annualFees: yuan('annual_fees', '年收费', { optional: true }),
    annualAid: yuan('annual_aid', '年资助金额', { optional: true }),
  },
});
