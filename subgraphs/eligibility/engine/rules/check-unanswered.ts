import type { CheckStatus } from '../../../../schema/values/check-status';
import { registryTerms } from './registry-terms';
import type { Rule } from './rule';

const reasons: Readonly<Record<CheckStatus, string>> = {
  UNAUTHORISED: '没有有效授权，未查询',
  UNAVAILABLE: '未能查询',
  IDENTITY_CONFLICT: '登记的姓名与申报不符',
  NOT_COVERED: '不涵盖该人户籍所在地',
  STALE: '数据已过约定更新时间',
  FOUND: '已答复',
  NO_RECORD: '已答复',
};

export const checkUnanswered: Rule = {
  code: 'CHECK_UNANSWERED',
  when: 'a registry that the program reads gave no answer for a person whom it reads it for',
  ofTheDead: true,
  always: 'UNSETTLED',
  onlyByRegistry: true,
  find: ({ unanswered, members, obligors }) =>
    unanswered.map(({ registry, status, person: id }) => {
      const person = [...members, ...obligors].find((one) => one.id === id);
      return {
        person,
        message: `${person?.name ?? ''}的${registryTerms[registry]}信息${reasons[status]}，不能视为“无”。`,
      };
    }),
};
