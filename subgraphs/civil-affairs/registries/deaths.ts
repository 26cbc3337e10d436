import { choice, date, personName, text } from '../../runtime/registry/columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';

/** 死亡登记: deaths as funeral homes, police, hospitals and courts report them. */
export const deaths = defineRegistry({
  name: 'deaths',
  chinese: '死亡登记',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    diedOn: date('died_on', '死亡日期', { optional: true }),
    crematedOn: date('cremated_on', '火化日期', { optional: true }),
    source: choice('source', '来源', { 殡葬: 'FUNERAL', 公安: 'POLICE', 卫健: 'HEALTH', 法院: 'COURT' }),
  },
});
