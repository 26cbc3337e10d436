/**
 * How long a row may be in UTF-8. The longest rows of the registries have some four thousand characters; a
 * longer one is a quote that was never closed, or no CSV, and would be held in memory whole.
 */
export const maxRowBytes = 64 * 1024;

export const rowTooLong = {
  what: 'the row is too long, or a quote in it is never closed',
  expected: `rows of at most ${maxRowBytes.toLocaleString('en')} bytes`,
} as const;
