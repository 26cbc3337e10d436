import type { SealedReport } from '../report';

const widths = [5, 8, 10, 12, 14, 16, 18, 20, 24, 30, 34, 36, 40];

const page = `
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 174mm; color: #000; background: #fff; font: 10.5pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "Songti SC", serif; }
h1, h2, h3, th { font-family: "Noto Sans CJK SC", "Source Han Sans SC", SimHei, "PingFang SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 18pt; text-align: center; margin: 4mm 0 2mm; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; }
h3 { font-size: 10.5pt; margin: 3mm 0 1mm; }
h2, h3 { break-after: avoid; }
p { margin: 1mm 0; overflow-wrap: anywhere; orphans: 2; widows: 2; }
ol, ul { margin: 1mm 0; padding-left: 7mm; }
li { overflow-wrap: anywhere; break-inside: avoid; }
.number { text-align: center; }
.conclusion { font-size: 14pt; font-weight: bold; text-align: center; border: 0.5mm solid #000; padding: 2mm; margin: 2mm 0.4mm 2mm 0; }
.hint, .code, footer { font-size: 8.5pt; color: #333; }
section > p:has(+ table) { break-after: avoid; }
table { width: calc(100% - 0.4mm); border-collapse: collapse; table-layout: fixed; margin: 1mm 0 2mm; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.2mm solid #444; padding: 1mm 1.5mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; white-space: pre-line; }
th { background: #eee; font-weight: bold; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.signing { display: flex; justify-content: space-between; margin-top: 10mm; break-inside: avoid; }
.people p { margin: 5mm 0; }
.line { display: inline-block; width: 45mm; border-bottom: 0.2mm solid #000; }
.seal { width: 70mm; min-height: 45mm; text-align: center; border: 0.2mm dashed #888; padding: 3mm; }
.place { margin: 9mm 0; color: #555; }
footer { margin-top: 6mm; border-top: 0.2mm solid #888; padding-top: 2mm; break-inside: avoid; }
`;

/** The style of the page: A4, with the number of each page and what it belongs to in its margins. */
export function styleOf({ report, seal }: SealedReport): string {
  return `
@page {
  size: A4;
  margin: 18mm 18mm 22mm;
  @top-left { content: ${cssText(report.number)}; font-size: 8pt; }
  @top-right { content: "本报告仅供审核参考"; font-size: 8pt; }
  @bottom-left { content: "摘要 " ${cssText(seal.digest.slice(0, 32))} "\\a " ${cssText(seal.digest.slice(32))} "\\a 密钥 " ${cssText(seal.keyId)}; white-space: pre; text-align: left; font-size: 7pt; }
  @bottom-right { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font-size: 9pt; }
}${page}${widths.map((width) => `.w${width} { width: ${width}%; }`).join('\n')}
`;
}

/** A text as a string of CSS, in which every character that could mean something else is escaped. */
function cssText(text: string): string {
  return `"${text.replace(/[^A-Za-z0-9-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)}"`;
}
