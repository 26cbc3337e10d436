import { GraphQLError, Lexer, Source, TokenKind, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import { MeasuredDocument } from './measured-document';

/** Documents that are held at most, and the characters of all of them. */
const mostHeld = { max: 500, maxSize: 4_000_000 };

/** Documents, each measured once as long as it is used. */
export class Documents {
  readonly #known = new LRUCache<string, MeasuredDocument>({
    ...mostHeld,
    sizeCalculation: (_, text) => text.length + 1,
  });

  /** A document of at most so many tokens. */
  read(text: string, tokens: number): MeasuredDocument | 'TOO_MANY_TOKENS' | 'NOT_GRAPHQL' {
    const key = `${tokens} ${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    try {
      const document = new MeasuredDocument(parse(text, { maxTokens: tokens, noLocation: true }));
      this.#known.set(key, document);
      return document;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return hasMoreTokens(text, tokens) ? 'TOO_MANY_TOKENS' : 'NOT_GRAPHQL';
    }
  }
}

/** The parser does not tell the one error from the other but in words. */
function hasMoreTokens(text: string, limit: number): boolean {
  const lexer = new Lexer(new Source(text));
  try {
    for (let count = 0; count <= limit; count += 1) {
      if (lexer.advance().kind === TokenKind.EOF) return false;
    }
    return true;
  } catch {
    return false;
  }
}
