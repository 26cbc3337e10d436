import { html, type Content, type Html } from './html';

/** A column: its title, and how wide it is in hundredths of the table; all of a table come to 100. */
export type Column = readonly [title: string, width: 5 | 8 | 10 | 12 | 14 | 16 | 18 | 20 | 24 | 30 | 36 | 40];

/** A table whose head is repeated on each page and whose rows stay whole; where it has none, a sentence. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  empty: string,
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<table>
    <colgroup>
      ${columns.map(([, width]) => html`<col class="w${width}" />`)}
    </colgroup>
    <thead>
      <tr>
        ${columns.map(([title]) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Names with what is said of them, two pairs a row. */
export function pairs(entries: readonly (readonly [name: string, value: Content])[]): Html {
  const rows = entries.flatMap((entry, index) => (index % 2 === 0 ? [[entry, entries[index + 1]]] : []));
  return html`<table class="pairs">
    <colgroup>
      <col class="w16" />
      <col class="w34" />
      <col class="w16" />
      <col class="w34" />
    </colgroup>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map(
              (entry) =>
                html`<th scope="row">${entry?.[0] ?? ''}</th>
                  <td>${entry?.[1] ?? ''}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Lines below one another in a cell; one that is null is none. */
export function lines(contents: readonly Content[]): Html {
  const told = contents.filter((content) => content !== null);
  return html`${told.map((content) => html`<div>${content}</div>`)}`;
}

export function section(title: string, ...contents: readonly Content[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${contents}
  </section> `;
}
