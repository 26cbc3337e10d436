import { registryTerms } from '../../../eligibility/engine/rules/registry-terms';
import type { RegistryName } from '../../../eligibility/engine/facts/facts';
import type { Verdict } from '../../process/event';
import type { Ability, Completeness, IdentityResult, PropertyKind, Report, ReportedFinding } from '../report';

/** The words of the printed page for what the document gives as codes. */
export const completenessTerms: Readonly<Record<Completeness, string>> = {
  COMPLETE: '完整（市级、区级均已答复）',
  PARTIAL: '部分（有信息未能核对）',
};

export const kindTerms: Readonly<Record<Report['application']['kind'], string>> = {
  APPLICATION: '申请核对',
  RECHECK: '定期复核',
};

export const basisTerms: Readonly<Record<Report['members'][number]['basis'], string>> = {
  APPLICANT: '申请人',
  SPOUSE: '配偶',
  MINOR_CHILD: '未成年子女',
  DEPENDENT_ADULT_CHILD: '不能独立生活的成年子女',
  DEPENDENT_STUDENT: '在校就读的成年子女',
  CO_RESIDENT_OBLIGOR: '共同生活的其他法定义务人',
  LEGAL_OBLIGOR: '家庭外的法定义务人',
};

export const identityTerms: Readonly<Record<IdentityResult, string>> = {
  MATCHED: '与户籍登记一致',
  NAME_CONFLICT: '登记的姓名与申报不符',
  NOT_REGISTERED: '户籍登记中无此人',
  UNANSWERED: '未能核对',
};

export const abilityTerms: Readonly<Record<Ability, string>> = {
  ABLE: '有履行义务能力',
  TO_BE_REVIEWED: '履行义务能力需核实',
  NOT_ESTABLISHED: '有信息未能核清，尚不能认定',
  NO_GROUNDS_FOUND: '未认定有履行义务能力',
  NOT_JUDGED: '本类救助不作认定',
};

export const tierTerms: Readonly<Record<Report['registries'][number]['tier'], string>> = {
  MUNICIPAL: '市级',
  DISTRICT: '区级',
};

export const propertyTerms: Readonly<Record<PropertyKind, readonly [name: string, unit: string]>> = {
  VEHICLES: ['机动车', '辆'],
  HOMES: ['住房', '套'],
  SHOPS: ['商业用房', '处'],
  PRESALE_HOMES: ['预售房', '套'],
  BUSINESSES: ['市场主体', '家'],
};

export const effectTerms: Readonly<Record<ReportedFinding['effect'], string>> = {
  BARS: '不符合条件',
  UNSETTLED: '尚不能判断',
  REVIEW: '需人工核实',
  NOTE: '提示',
};

export const verdictTerms: Readonly<Record<Verdict, string>> = { CONFIRMED: '属实', REFUTED: '不属实' };

export const settledByTerms: Readonly<Record<Report['settled'][number]['by'], string>> = {
  VISIT: '调查核实',
  OBJECTION: '异议处理',
};

/** Whose word an amount of income is. */
export function sourceTerm(source: 'declared' | RegistryName): string {
  return source === 'declared' ? '申报' : registryTerms[source];
}
