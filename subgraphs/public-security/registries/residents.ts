import { choice, code, date, division, personName, text } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 户籍: entries of household-registration books. The one registry that keeps the identity number itself. */
export const residents = defineRegistry({
  name: 'residents',
  chinese: '户籍登记',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码', { keeps: ['number', 'birthDate', 'sex'] }),
    name: personName('name', '姓名'),
    formerName: personName('former_name', '曾用名', { optional: true }),
    sex: choice(
      'sex',
      '性别',
      {
        0: 'UNKNOWN',
        未知: 'UNKNOWN',
        1: 'MALE',
        男: 'MALE',
        2: 'FEMALE',
        女: 'FEMALE',
        9: 'UNSPECIFIED',
        未说明: 'UNSPECIFIED',
      },
      { optional: true },
    ),
    householdBookNumber: text('household_book_no', '户号', { max: 40 }),
    relationToHead: code('relation_to_head', '与户主关系', {
      form: /^\d{2}$/,
      expected: 'a GB/T 4761 code of two digits, such as 02 for the head of the book',
    }),
    residence: choice('residence', '城乡', { 城镇: 'URBAN', 农村: 'RURAL' }, { optional: true }),
    registeredAddress: text('registered_address', '户籍地址'),
    divisionCode: division('division_code', '区划代码'),
    status: choice('status', '户籍状态', {
      正常: 'ACTIVE',
      迁出: 'MOVED_OUT',
      死亡注销: 'CANCELLED_BY_DEATH',
      注销: 'CANCELLED',
    }),
    movedInOn: date('moved_in_on', '迁入日期', { optional: true }),
    cancelledOn: date('cancelled_on', '注销日期', { optional: true }),
  },
});
