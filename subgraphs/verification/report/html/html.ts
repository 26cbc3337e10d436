/** What may stand in a template: texts are escaped, markup is not, lists are joined, null is nothing. */
export type Content = string | number | Html | null | readonly Content[];

/** Markup that `html` made. Nothing else makes it, so that no text passes for it. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static of(parts: readonly string[], contents: readonly Content[]): Html {
    return new Html(parts.map((part, index) => part + markupOf(contents[index] ?? null)).join(''));
  }

  toString(): string {
    return this.#text;
  }
}

/** Tags a template as markup. Attributes that hold contents stand in double quotes. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return Html.of(parts, contents);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// HTML has no place for control characters but these white ones, and bidirectional ones can show a text as another.
const unprintable = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function markupOf(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'object') return content.map(markupOf).join('');
  return String(content)
    .replace(unprintable, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
