import type { Row } from '../registry/stored-column';

/** What a registry's database said of one key: of a person, or of a household. `silent` where it failed, ran late or was never filled. */
export type RegistryAnswer =
  | { readonly kind: 'silent' }
  | {
      readonly kind: 'answered';
      /** Milliseconds since the epoch. */
      readonly asOf: number;
      /** The rows that carry the key, under whatever name, in the order of their own keys. */
      readonly rows: readonly FoundRow[];
    };

/** A row, and the name under which it carries what was asked about. */
export interface FoundRow {
  readonly row: Row;
  readonly name: string;
}

export const silent: RegistryAnswer = { kind: 'silent' };
