import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSigningKey } from '../../../../../schema/config/keys';
import { reportPage } from '../../../../../subgraphs/verification/report/html/report-page';
import { reportOf } from '../../../../../subgraphs/verification/report/report-of';
import { signReport } from '../../../../../subgraphs/verification/report/sign-report';
import { objected, reportedFamily, visited, type Told } from '../reported-family';

const signer = newSigningKey().key;

function printed(told: Told) {
  const signed = signReport(reportOf(reportedFamily(told)), signer);
  return { ...signed, page: reportPage(signed.text) };
}

const script = '</td></style><script>alert("家")</script>';

/** Two members, two obligors, every registry, a silent one, a visit, an objection, and words that nobody foresaw. */
const long = printed({
  program: 'SPECIAL_HARDSHIP_SUPPORT',
  silences: [['marriages', 'registrations']],
  settle: (findings) =>
    findings
      .filter(({ effect }) => effect === 'REVIEW' || effect === 'BARS')
      .slice(0, 4)
      .map((one, index) =>
        index % 2 === 0
          ? visited(one, 'CONFIRMED', '入户核实，邻里反映一致，现场查看并拍照留存。'.repeat(12))
          : objected(one, 'REFUTED', `${script}${'A'.repeat(300)}`),
      ),
  with: { version: 2, previousDigest: '5e'.repeat(32) },
});

// `npm test` leaves it for whoever wants to look at it: test/by-hand/print-page.mjs.
const outputs = process.env['TEST_OUTPUT_DIR'];
if (outputs !== undefined) {
  writeFileSync(join(outputs, 'verification-report.html'), long.page);
  writeFileSync(join(outputs, 'verification-report.json'), long.text);
}

describe('The page of a report', () => {
  it('has every section, in order', () => {
    const titles = [...long.page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);
    expect(titles).toEqual([
      '一、核对结论',
      '二、申请与委托',
      '三、家庭成员和法定义务人',
      '四、授权',
      '五、核对范围和答复情况',
      '六、申报与核对比对',
      '七、家庭收入',
      '八、发现的事项',
      '九、调查核实和异议处理',
      '十、未核对事项',
      '十一、建议调查核实的问题',
      '十二、适用规定',
      '十三、告知与异议',
    ]);
  });

  it('has a place for the seal, lines to sign on, the day, and the words that it is no decision', () => {
    for (const words of [
      '（盖章处）',
      '经办人：',
      '复核人：',
      '负责人：',
      '2018年7月3日',
      '本报告仅供审核参考',
    ]) {
      expect(long.page).toContain(words);
    }
  });

  it('names the digest, the key, and the version that it takes the place of', () => {
    expect(long.page).toContain(`报告摘要（SHA-256）：${long.digest}`);
    expect(long.page).toContain(`密钥编号 ${signer.id}`);
    expect(long.page).toContain(`本版本替代第1版，其摘要：${'5e'.repeat(32)}`);
  });

  it('tells each finding, each registry and each answer', () => {
    const report = reportOf(reportedFamily());
    const { page } = printed({});
    for (const { message } of report.findings) expect(page).toContain(message);
    for (const { chinese } of report.registries) expect(page).toContain(`<td>${chinese}</td>`);
    expect(page).toContain('<div>杨某：有记录</div>');
  });

  it('says of what is empty that it is empty', () => {
    const { page } = printed({ obligors: false, rows: {}, with: { asked: [] } });
    for (const words of [
      '未列法定义务人。',
      '未查询任何信息。',
      '尚无调查核实和异议。',
      '无：须核对的信息均已答复。',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('shows what a family writes as the text that it is', () => {
    expect(long.page).not.toContain('<script');
    expect(long.page).toContain(
      '&lt;/td&gt;&lt;/style&gt;&lt;script&gt;alert(&quot;家&quot;)&lt;/script&gt;',
    );
    expect(long.page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('loads nothing and runs nothing: only its own style counts', () => {
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(long.page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(long.page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;">`,
    );
    expect(long.page).not.toMatch(/\s(src|href|style|on\w+)=/);
    expect(style).not.toMatch(/url\(|@import/);
  });

  it('is A4, numbers its pages, repeats the heads of tables and leaves rows whole', () => {
    for (const rule of [
      /@page \{\s*size: A4;\s*margin: /,
      /@bottom-right \{ content: "第 " counter\(page\) " 页 共 " counter\(pages\) " 页"/,
      /thead \{ display: table-header-group; \}/,
      /tr \{ break-inside: avoid; \}/,
      /overflow-wrap: anywhere/,
    ]) {
      expect(long.page).toMatch(rule);
    }
  });

  it('keeps what stands in its margins a text of CSS', () => {
    const signed = signReport(reportOf(reportedFamily()), { ...signer, id: '"; } </style>\\a' });
    expect(reportPage(signed.text)).toContain(
      '"密钥 " "\\22 \\3b \\20 \\7d \\20 \\3c \\2f style\\3e \\5c a"'.slice(6),
    );
  });

  it('is the same of the same document, and of no other text', () => {
    expect(reportPage(long.text)).toBe(long.page);
    expect(() => reportPage('{}')).toThrow('it has not the form of a sealed report');
  });

  it('has columns that come to the whole of each table', () => {
    const tables = [...long.page.matchAll(/<colgroup>(.*?)<\/colgroup>/gs)];
    const sums = tables.map(([, columns = '']) =>
      [...columns.matchAll(/w(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    );
    expect(new Set(sums)).toEqual(new Set([100]));
  });
});
