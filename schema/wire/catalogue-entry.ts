/** The forms that a detail of an error may have: a word of an enum, a day or a count. No person can be told by them. */
export type DetailForm = 'word' | 'day' | 'count';

/** One kind of error as clients see it. Neither text ever holds a value that somebody sent or stored. */
export interface CatalogueEntry {
  /** HTTP status where the whole request is refused for this reason. */
  readonly status: number;
  readonly en: string;
  readonly zh: string;
  /** What may stand beside the code in `extensions`, by name. */
  readonly details?: Readonly<Record<string, DetailForm>>;
}
