import * as fc from 'fast-check';
import { html, type Content } from '../../../../../subgraphs/verification/report/html/html';

/** What a browser shows of a text in markup. */
function shown(markup: string): string {
  const characters: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return markup.replace(/&([^;]+);/g, (_, name: string) => characters[name] ?? '?');
}

/** A text without control characters, and those that turn the text around them. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\ufffd\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

describe('A text in a template', () => {
  it('is a text, whatever it holds, in an element and in an attribute', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[<>&"'/a-z=!-]*$/),
      fc.constantFrom('</style><script>alert(1)</script>', '" onload="x', '&lt;', '<!--', ']]>'),
    );
    fc.assert(
      fc.property(text, (given) => {
        const [, inside = '', after = ''] = html`<p title="${given}">${given}</p>`.toString().split('"');
        expect(after).toBe(`>${inside}</p>`);
        expect(inside).not.toMatch(/[<>"']/);
        // Nothing is lost but what cannot be printed, and that leaves a mark.
        expect(shown(inside).replaceAll('\ufffd', '')).toBe(printable(given));
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('cannot pass for markup by its form', () => {
    const forged = { toString: () => '<script>' } as unknown as Content;
    expect(() => html`<p>${forged}</p>`.toString()).toThrow();
    expect(html`<p>${JSON.parse('["<b>"]') as Content}</p>`.toString()).toBe('<p>&lt;b&gt;</p>');
  });

  it('shows no character that turns the text around it', () => {
    expect(html`${'渝A\u202e12345\u0000'}`.toString()).toBe('渝A\ufffd12345\ufffd');
  });
});

describe('A template', () => {
  it('takes markup, lists, numbers and nothing', () => {
    const items = ['<', 2].map((item) => html`<b>${item}</b>`);
    expect(html`<p>${items}${null}${3}</p>`.toString()).toBe('<p><b>&lt;</b><b>2</b>3</p>');
  });
});
