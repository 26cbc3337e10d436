import { createHash } from 'node:crypto';
import { readSealedReport } from '../sealed-report';
import { html } from './html';
import { namesIn } from './names';
import { findingsSection, objectionSection, questionsSection, settledSection } from './sections/findings';
import { declaredSection, incomeSection } from './sections/means';
import { authorisationSection, peopleSection } from './sections/people';
import { registriesSection, unansweredSection } from './sections/registries';
import { signatures } from './sections/signatures';
import { applicationSection, conclusionSection, policySection } from './sections/summary';
import { styleOf } from './style';

/**
 * A signed report as a page to print, in Chinese, made of the document alone. It loads nothing and runs nothing; whether
 * the seal holds is verified before (verify-report.ts).
 * @throws ReportError for what is not a report's file
 */
export function reportPage(document: string): string {
  const sealed = readSealedReport(document);
  const { report } = sealed;
  const nameOf = namesIn(report);
  const style = styleOf(sealed);
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const before = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>核对报告 ${report.number}</title>
<style>`;
  const after = html`</style>
</head>
<body>
<h1>社会救助家庭经济状况核对报告</h1>
<p class="number">编号：${report.number}，第${report.version}版</p>
${[
  conclusionSection(report),
  applicationSection(report),
  peopleSection(report),
  authorisationSection(report, nameOf),
  registriesSection(report, nameOf),
  declaredSection(report, nameOf),
  incomeSection(report, nameOf),
  findingsSection(report),
  settledSection(report),
  unansweredSection(report, nameOf),
  questionsSection(report),
  policySection(report),
  objectionSection(report),
  signatures(sealed),
]}</body>
</html>
`;
  // The style is no text of HTML: quotes in it are quotes, and styleOf lets nothing end it.
  return `${before.toString()}${style}${after.toString()}`;
}
