import type { Report } from '../../report';
import { completenessTerms, kindTerms } from '../chinese';
import { html, type Html } from '../html';
import { pairs, section } from '../table';
import { dayText, instantText } from '../times';

/** What the report comes to, and because of what. */
export function conclusionSection({ conclusion, outcome, completeness, issuedBecause }: Report): Html {
  return section(
    '一、核对结论',
    html`<p class="conclusion">${conclusion.chinese}</p>`,
    pairs([
      ['核对信息显示', outcome.chinese],
      ['核对完整性', completenessTerms[completeness]],
    ]),
    html`<p>理由：</p>
      <ol>
        ${outcome.reasons.map((reason) => html`<li>${reason}</li>`)}
      </ol>`,
    issuedBecause === null ? null : html`<p>未经全部调查核实即出具报告的原因：${issuedBecause}</p>`,
  );
}

/** What was applied for, and who commissioned the check. */
export function applicationSection({ application, verificationId, issuedAt, validUntil }: Report): Html {
  return section(
    '二、申请与委托',
    pairs([
      ['救助类别', application.programChinese],
      ['核对类型', kindTerms[application.kind]],
      ['申请编号', application.number],
      ['申请日期', dayText(application.appliedOn)],
      ['家庭编号', application.householdId],
      ['受理日期', dayText(application.acceptedOn)],
      ['委托单位', application.commissionedBy],
      ['行政区划代码', application.divisionCode],
      ['核对编号', verificationId],
      ['出具时间', instantText(issuedAt)],
      ['报告有效期至', dayText(validUntil)],
    ]),
  );
}

/** By which rules and amounts the household was assessed. */
export function policySection({ policy }: Report): Html {
  const { standard } = policy;
  return section(
    '十二、适用规定',
    pairs([
      ['规则版本', policy.title],
      ['版本代号', policy.edition],
      ['依据文件', policy.document],
      ['施行日期', dayText(policy.effectiveFrom)],
      ['评估日期', dayText(policy.assessedOn)],
      ['标准施行日期', dayText(standard.effectiveFrom)],
      ['城市低保标准', `${standard.urban}元／人·月`],
      ['农村低保标准', `${standard.rural}元／人·月`],
      ['特困供养标准', `${standard.specialHardship}元／人·月`],
      ['标准依据', `${standard.document}${standard.assumed ? '（部分为推定）' : ''}`],
    ]),
  );
}
