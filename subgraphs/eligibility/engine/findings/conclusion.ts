import type { Finding, Outcome } from '../assessment';
import type { Program } from '../facts/facts';
import type { Effect } from '../policy/policy';

const programTerms: Readonly<Record<Program, string>> = {
  MINIMUM_LIVING_ALLOWANCE: '最低生活保障',
  TEMPORARY_ASSISTANCE: '临时救助',
  MEDICAL_ASSISTANCE: '医疗救助',
  SPECIAL_HARDSHIP_SUPPORT: '特困人员救助供养',
  HOUSING_ASSISTANCE: '住房救助',
};

const outcomeTerms: Readonly<Record<Outcome, string>> = {
  MEETS: '核对信息显示符合条件',
  FAILS: '核对信息显示不符合条件',
  NEEDS_REVIEW: '未发现不符合条件的情形，但有事项需人工核实',
  UNDETERMINED: '尚不能判断：有事项未能核对清楚',
};

/** The effect whose findings explain an outcome; nothing has to be explained where all is well. */
const decisive: Readonly<Partial<Record<Outcome, Effect>>> = {
  FAILS: 'BARS',
  NEEDS_REVIEW: 'REVIEW',
  UNDETERMINED: 'UNSETTLED',
};

/** The assessment in a paragraph, for the file and for the family: a recommendation, never a decision. */
export function conclusionOf(program: Program, outcome: Outcome, findings: readonly Finding[]): string {
  const reasons = findings.filter(({ effect }) => effect === decisive[outcome]);
  return [
    `${programTerms[program]}：${outcomeTerms[outcome]}。`,
    ...reasons.map(({ message }) => message),
    '本结论仅供审核参考，由审核机关作出决定。',
  ].join('');
}
