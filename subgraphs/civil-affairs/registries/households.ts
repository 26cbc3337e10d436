import { choice, date, division, text, yuan } from '../../runtime/registry/columns';
import { defineRegistry } from '../../runtime/registry/registry';
import { programs } from './programs';

/** 家庭: the applications for assistance, one a household. */
export const households = defineRegistry({
  name: 'households',
  chinese: '救助申请家庭',
  tier: 'municipal',
  key: ['householdId'],
  indices: [
    ['divisionCode', 'appliedOn'],
    ['appliedOn', 'householdId'],
  ],
  columns: {
    householdId: text('household_id', '家庭编号', { max: 40 }),
    applicationNumber: text('application_no', '申请编号', { max: 60 }),
    program: choice('program', '救助类别', programs),
    appliedOn: date('applied_on', '申请日期'),
    divisionCode: division('division_code', '区划代码'),
    address: text('address', '住址'),
    residence: choice('residence', '城乡', { 城镇: 'URBAN', 农村: 'RURAL' }),
    cause: text('cause', '申请事由', { optional: true, max: 500 }),
    declaredRigidSpending: yuan('declared_rigid_spending', '申报刚性支出', { optional: true }),
    declaredFinancialAssets: yuan('declared_financial_assets', '申报金融资产', { optional: true }),
  },
});
