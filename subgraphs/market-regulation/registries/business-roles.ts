import { choice, creditCode, personName, text } from '../../runtime/registry/columns';
import { percent } from '../../runtime/registry/measure-columns';
import { person } from '../../runtime/registry/person-column';
import { defineRegistry } from '../../runtime/registry/registry';
import { businesses } from './businesses';

/** 任职与出资: who holds which role in which business. */
export const businessRoles = defineRegistry({
  name: 'businessRoles',
  chinese: '任职与出资',
  table: 'business_roles',
  tier: 'municipal',
  persons: [{ person: 'person', name: 'name' }],
  references: [{ column: 'credit_code', registry: businesses }],
  columns: {
    recordId: text('record_id', '记录编号', { max: 60 }),
    creditCode: creditCode('credit_code', '统一社会信用代码'),
    person: person('id_number', '公民身份号码'),
    name: personName('name', '姓名'),
    role: choice('role', '任职类型', {
      法定代表人: 'LEGAL_REPRESENTATIVE',
      股东: 'SHAREHOLDER',
      投资人: 'SOLE_INVESTOR',
      合伙人: 'PARTNER',
      经营者: 'OPERATOR',
      董事: 'DIRECTOR',
      监事: 'SUPERVISOR',
      经理: 'MANAGER',
    }),
    sharePercent: percent('share_percent', '持股比例', { optional: true, aliases: ['出资比例'] }),
  },
});
