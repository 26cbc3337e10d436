/** A table in Markdown, with one line a row. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

/** Text with an asterisk where it is assumed. */
export function marked(text: string, assumed: boolean): string {
  return assumed && text !== '' ? `${text}\\*` : text;
}
