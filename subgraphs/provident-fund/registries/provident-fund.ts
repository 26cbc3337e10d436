import { choice, month, personName, text, yuan } from '../../runtime/registry/columns';
import { percent } from '../../runtime/registry/measure-columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 住房公积金: accounts at the city's centre. */
export const providentFund = defineRegistry({
  name: 'providentFund',
  chinese: '住房公积金',
  table: 'provident_fund',
  tier: 'municipal',
  reach: 'city',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    employer: text('employer', '单位名称', { optional: true }),
    base: yuan('base', '缴存基数'),
    employerRatePercent: percent('employer_rate', '单位缴存比例'),
    ownRatePercent: percent('own_rate', '个人缴存比例'),
    monthlyDeposit: yuan('monthly_deposit', '月缴存额'),
    paidThrough: month('paid_through', '缴至年月', { optional: true }),
    balance: yuan('balance', '余额'),
    accountStatus: choice('account_status', '账户状态', {
      '01': 'NORMAL',
      正常: 'NORMAL',
      '02': 'SEALED',
      封存: 'SEALED',
      '03': 'MERGED',
      合并销户: 'MERGED',
      '04': 'TRANSFERRED_OUT',
      外部转出销户: 'TRANSFERRED_OUT',
      '05': 'WITHDRAWN',
      提取销户: 'WITHDRAWN',
      '06': 'FROZEN',
      冻结: 'FROZEN',
      99: 'OTHER',
      其他: 'OTHER',
    }),
  },
});
