import { choice, count, creditCode, date, text, yuan } from '../../runtime/registry/columns';
import { defineRegistry } from '../../runtime/registry/registry';

/** 市场主体登记. It is asked about businesses, never about persons: their roles are a registry of its own. */
export const businesses = defineRegistry({
  name: 'businesses',
  chinese: '市场主体登记',
  tier: 'municipal',
  key: ['creditCode'],
  columns: {
    creditCode: creditCode('credit_code', '统一社会信用代码'),
    name: text('name', '名称'),
    entityType: choice('entity_type', '主体类型', {
      公司: 'COMPANY',
      个体工商户: 'INDIVIDUAL',
      合伙企业: 'PARTNERSHIP',
      个人独资企业: 'SOLE_PROPRIETORSHIP',
      农民专业合作社: 'COOPERATIVE',
      其他: 'OTHER',
    }),
    scope: text('scope', '经营范围', { optional: true, max: 2000 }),
    address: text('address', '住所', { optional: true }),
    registeredCapital: yuan('registered_capital', '注册资本', { optional: true }),
    establishedOn: date('established_on', '成立日期', { optional: true }),
    status: choice(
      'status',
      '经营状态',
      {
        1: 'ACTIVE',
        存续: 'ACTIVE',
        在营: 'ACTIVE',
        开业: 'ACTIVE',
        在册: 'ACTIVE',
        2: 'REVOKED',
        吊销未注销: 'REVOKED',
        3: 'REVOKED_AND_DEREGISTERED',
        吊销已注销: 'REVOKED_AND_DEREGISTERED',
        4: 'DEREGISTERED',
        注销: 'DEREGISTERED',
        5: 'CANCELLED',
        撤销: 'CANCELLED',
        6: 'MOVED_OUT',
        迁出: 'MOVED_OUT',
        9: 'OTHER',
        其他: 'OTHER',
      },
      { aliases: ['登记状态'] },
    ),
    deregisteredOn: date('deregistered_on', '注销日期', { optional: true }),
    employees: count('employees', '从业人数', { optional: true }),
  },
});
