import type { CheckStatus } from '../../../../schema/values/check-status';
import type { Outcome } from '../../../eligibility/engine/assessment';
import type { Program } from '../../../eligibility/engine/facts/facts';
import type { ConclusionWord } from '../report';

/** The kinds of assistance as the regulations call them. */
export const programTerms: Readonly<Record<Program, string>> = {
  MINIMUM_LIVING_ALLOWANCE: '最低生活保障',
  TEMPORARY_ASSISTANCE: '临时救助',
  MEDICAL_ASSISTANCE: '医疗救助',
  SPECIAL_HARDSHIP_SUPPORT: '特困人员救助供养',
  HOUSING_ASSISTANCE: '住房救助',
};

/** What the information comes to: never whether somebody is entitled. */
export const outcomeTerms: Readonly<Record<Outcome, string>> = {
  MEETS: '核对信息显示符合条件',
  FAILS: '核对信息显示不符合条件',
  NEEDS_REVIEW: '有事项需人工核实',
  UNDETERMINED: '尚不能判断',
};

export const conclusionTerms: Readonly<Record<ConclusionWord, string>> = {
  NOTHING_FOUND: '未发现异常',
  DOUBTS_FOUND: '发现疑点',
  PARTLY_UNVERIFIED: '部分未核',
};

/** How a registry answered for somebody. */
export const statusTerms: Readonly<Record<CheckStatus, string>> = {
  FOUND: '有记录',
  NO_RECORD: '无记录',
  STALE: '数据已过约定更新时间',
  UNAVAILABLE: '未能查询',
  IDENTITY_CONFLICT: '登记的姓名与申报不符',
  UNAUTHORISED: '没有有效授权，未查询',
  NOT_COVERED: '不涵盖该人户籍所在地',
};
