import { findingIdOf } from '../../process/finding-id';
import type { RuleCode } from '../../../eligibility/engine/rules/rule-code';
import type { Report } from '../report';
import type { ReportSource } from '../report-source';
import { freeText } from './free-text';

const vehicle = '车辆现由谁使用、作何用途、购置款从何而来？是否已转让，有无买卖合同或交易凭证？';
const business = '该企业或个体工商户是否实际经营，有无收入，本人是否知情、是否实际出资任职？';
const homes = '各处住房现由谁居住或出租，份额如何约定，有无其他实际权利人？';
const purchase = '购房款从何而来，房屋是否已交付，是否因拆迁或危房改造购置？';
const spending = '请出示医疗、教育等刚性支出的票据，金额是否与申报一致，是否已获报销？';
const income = '该项收入是否仍在取得，金额多少？请出示工资单、合同或银行流水。';
const support = '法定义务人现居何处、生活状况如何，是否实际给付赡养、抚养或扶养费？';
const residence = '该人现居何处，与家庭是否共同生活？请出示居住证明。';

/** What a visit may ask about a finding; null where a visit cannot settle it. Complete, so that no new rule is forgotten. */
const questions: Readonly<Record<RuleCode, string | null>> = {
  PURPOSE_MISMATCH: null,
  CHECK_UNANSWERED: null,
  MEMBER_DECEASED: null,
  UNLISTED_SPOUSE: '其配偶现居何处，是否共同生活，是否愿意补签授权书？',
  RECENT_DIVORCE: '离婚后双方是否仍共同生活，财产和子女抚养如何约定？',
  DUPLICATE_BENEFIT: '是否正在其他家庭享受救助，何时起、由何处发放？',
  DUPLICATE_APPLICATION: '是否在其他家庭申请了救助，以哪一处为准？',
  MEMBER_OUT_OF_AREA: residence,
  STANDARD_BACKDATED: null,
  MEETS_BY_ROLL: null,
  NOT_ON_ROLL: null,
  INCOME_ABOVE_STANDARD: income,
  INCOME_INDICATED_ABOVE_STANDARD: income,
  INCOME_MISMATCH: income,
  UNDECLARED_EMPLOYMENT: '是否在该单位实际就业，是否仅代缴社会保险？请单位出具证明。',
  FINANCIAL_ASSETS_ABOVE_LIMIT: '所申报金融资产的构成和用途如何，家庭成员中有无重病患者？',
  FINANCIAL_ASSETS_DECLARED_ONLY: '请补充申报存款、证券、保险等金融资产，并出示近期流水。',
  SCHOOL_FEES_ABOVE_LIMIT: '学费由谁支付，有无减免？',
  ADULT_NOT_STUDENT: '是否仍全日制在读，请出示学校证明。',
  VEHICLE_OWNED: vehicle,
  VEHICLE_REVIEW: vehicle,
  VEHICLE_EXEMPT: null,
  VEHICLE_DISPOSED: null,
  BUSINESS_REGISTERED: business,
  BUSINESS_ROLE_MINOR: business,
  BUSINESS_INDIVIDUAL: business,
  BUSINESS_DORMANT: business,
  BUSINESS_HISTORIC: null,
  HOMES_ABOVE_LIMIT: homes,
  JOINT_OWNERSHIP: homes,
  HOMES_SEVERAL: homes,
  HOUSING_ADEQUATE: '现有住房面积和实际居住人口是否与登记一致？',
  SHOP_OWNED: '商业用房是否自用或出租，租金多少？',
  HOME_TRANSFERRED: '房屋转给了谁，价款多少，款项现在何处？',
  PRESALE_PURCHASE: purchase,
  PRESALE_RESETTLED: purchase,
  PUBLIC_RENTAL_HELD: '公租房是否仍由本家庭居住，租约何时到期？',
  RIGID_SPENDING_UNDECLARED: spending,
  RIGID_SPENDING_BELOW_THRESHOLD: spending,
  RELIEF_CLASS: null,
  MEDICAL_NEEDS_REVIEW: null,
  HAS_WORK_CAPACITY: '身体和就业状况如何，有无残疾证或诊断证明？',
  LIVELIHOOD_ABOVE_LIMIT: '收入和财产是否与登记一致？请出示有关证明。',
  OBLIGOR_ABLE: support,
  OBLIGOR_TO_REVIEW: support,
};

/** What a visit should ask, finding by finding: of those that hold something up and that nobody has judged. */
export function visitQuestionsOf({ assessment, people }: ReportSource): Report['visitQuestions'] {
  return assessment.findings.flatMap((finding) => {
    const { code, effect, judged, person } = finding;
    const question = questions[code];
    if (question === null || effect === 'NOTE' || judged) return [];
    const name = people.find(({ id }) => id === person)?.declaredName;
    const asked = name === undefined ? question : `（${name}）${question}`;
    return [{ findingId: findingIdOf(finding), question: freeText(asked) }];
  });
}
