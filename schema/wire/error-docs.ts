import type { CatalogueEntry } from './catalogue-entry';
import { errorCatalogue } from './error-catalogue';

/** The documentation of the error codes, as Markdown. */
export function errorDocs(): string {
  const rows = Object.entries<CatalogueEntry>(errorCatalogue).map(
    ([code, { status, en, zh, details = {} }]) =>
      `| ${code} | ${status} | ${Object.keys(details).join(', ')} | ${en} | ${zh} |`,
  );
  return `# Errors

Made from the catalogue by \`npm run docs\`. Codes are stable. An error carries its code and the Chinese text in
\`extensions.code\` and \`extensions.messageZh\`, the department where one failed in \`extensions.department\`, and
in \`extensions.correlationId\` the id that finds the request in the log. No error holds a value that somebody
sent or stored, but for a word of an enum, a day or a count where the code has such details: they stand in \`extensions\` too. The
status is that of the HTTP answer where the request is refused whole; an error beside data comes with 200.

| code | status | details | message | 消息 |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
