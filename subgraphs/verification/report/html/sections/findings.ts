import { registryTerms } from '../../../../eligibility/engine/rules/registry-terms';
import type { Report, ReportedFinding } from '../../report';
import { effectTerms, settledByTerms, verdictTerms } from '../chinese';
import { html, type Content, type Html } from '../html';
import { lines, section, table } from '../table';
import { dayText, instantText } from '../times';

/** What was found, with where it is written and on which rows it rests. */
export function findingsSection({ findings }: Report): Html {
  return section(
    '八、发现的事项',
    table(
      [
        ['序号', 8],
        ['作用', 12],
        ['事项', 30],
        ['依据', 20],
        ['证据', 30],
      ],
      findings.map((finding, index) => [
        index + 1,
        lines([
          effectTerms[finding.effect],
          finding.verdict === null ? null : `核实：${verdictTerms[finding.verdict]}`,
        ]),
        lines([finding.message, html`<span class="code">${finding.code} ${finding.id}</span>`]),
        basisText(finding),
        finding.evidence.length === 0 ? '—' : lines(finding.evidence.map(evidenceText)),
      ]),
      '未发现事项。',
    ),
  );
}

/** What visits and objections came to. */
export function settledSection({ settled, findings }: Report): Html {
  return section(
    '九、调查核实和异议处理',
    table(
      [
        ['事项', 24],
        ['方式', 12],
        ['日期', 16],
        ['结果', 8],
        ['情况说明', 40],
      ],
      settled.map(({ findingId, finding, by, on, verdict, note, evidence }) => [
        finding === null ? '原事项已不在核对结果中' : `${placeOf(findingId, findings)}${finding}`,
        settledByTerms[by],
        dayText(on),
        verdictTerms[verdict],
        lines([evidence === null ? null : `家庭提出：${evidence}`, note]),
      ]),
      '尚无调查核实和异议。',
    ),
  );
}

/** What a visit should ask. */
export function questionsSection({ visitQuestions, findings }: Report): Html {
  return section(
    '十一、建议调查核实的问题',
    visitQuestions.length === 0
      ? html`<p class="empty">无。</p>`
      : html`<ul>
          ${visitQuestions.map(
            ({ findingId, question }) => html`<li>${placeOf(findingId, findings)}${question}</li>`,
          )}
        </ul>`,
  );
}

/** Who can object, and how. */
export function objectionSection({ objection, validUntil, notice }: Report): Html {
  return section(
    '十三、告知与异议',
    html`<p>
        对本报告有异议的，可以${objection.within}，向${objection.to}提出，并携带${objection.bring.join('、')}。
      </p>
      <p>本报告有效期至${dayText(validUntil)}。${notice}</p>`,
  );
}

function placeOf(findingId: string, findings: readonly ReportedFinding[]): string {
  const index = findings.findIndex(({ id }) => id === findingId);
  return index < 0 ? '' : `事项${index + 1}：`;
}

function basisText({ basis }: ReportedFinding): string {
  const { document, article, effectiveFrom, assumed } = basis;
  const place = article === null ? document : `${document} ${article}`;
  return `${place}（${dayText(effectiveFrom)}起施行）${assumed ? '（推定）' : ''}`;
}

function evidenceText({ registry, recordId, asOf }: ReportedFinding['evidence'][number]): Content {
  const until = asOf === null ? null : `截至 ${instantText(asOf)}`;
  return lines([`${registryTerms[registry]} ${recordId}`, until]);
}
