/** A table in Markdown. All columns but the first are set to the right. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map((cells) => line(cells))].join('\n');
}

export const fixed = (number, digits = 2) => (Number.isFinite(number) ? number.toFixed(digits) : '–');

/** A number of requests a second: three digits say enough. */
export const rateOf = (rate) => (rate >= 100 ? rate.toFixed(0) : rate.toFixed(1));
