import type { SealedReport } from '../../report';
import { html, type Html } from '../html';
import { dayText } from '../times';

/** Where people sign and the office sets its seal, and by what the document is verified. */
export function signatures({ report, seal }: SealedReport): Html {
  return html`<section class="signing">
      <div class="people">
        <p>经办人：<span class="line"></span></p>
        <p>复核人：<span class="line"></span></p>
        <p>负责人：<span class="line"></span></p>
      </div>
      <div class="seal">
        <p>${report.issuedBy}</p>
        <p class="place">（盖章处）</p>
        <p>${dayText(report.issuedAt)}</p>
      </div>
    </section>
    <footer>
      <p>电子签名：${seal.algorithm}，密钥编号 ${seal.keyId}</p>
      <p>报告摘要（SHA-256）：${seal.digest}</p>
      ${
        report.previousDigest === null
          ? null
          : html`<p>本版本替代第${report.version - 1}版，其摘要：${report.previousDigest}</p>`
      }
      <p>以上为电子文书的摘要，可用该文书核验。本报告仅供审核参考。</p>
    </footer> `;
}
