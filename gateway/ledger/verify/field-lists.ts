import type { Session } from '../../../subgraphs/runtime/database/connect-database';
import { digestOf } from '../chain-hash';
import type { OnProblem } from './report';

const pageSize = 500;

/** The field lists of the ledger: which there are, and which of them an entry needed. */
export class FieldLists {
  readonly #isNeeded = new Map<string, boolean>();

  /** Reads all lists and holds each against its digest. */
  static async read(session: Session, onProblem: OnProblem): Promise<FieldLists> {
    const lists = new FieldLists();
    let rows: Awaited<ReturnType<Session['run']>>;
    let after: string | null = null;
    do {
      rows = await session.run(
        `SELECT digest, fields FROM ledger_field_lists ${after === null ? '' : 'WHERE digest > ?'}
         ORDER BY digest LIMIT ${pageSize}`,
        after === null ? [] : [after],
      );
      for (const row of rows) {
        after = String(row['digest']);
        if (digestOf(String(row['fields'])) !== after) onProblem(`field list ${after}: its text was changed`);
        lists.#isNeeded.set(after, false);
      }
    } while (rows.length === pageSize);
    return lists;
  }

  /** Whether there is such a list, for an entry that needs it. */
  has(digest: string): boolean {
    if (!this.#isNeeded.has(digest)) return false;
    this.#isNeeded.set(digest, true);
    return true;
  }

  tellUnneeded(onProblem: OnProblem): void {
    for (const [digest, isNeeded] of this.#isNeeded) {
      if (!isNeeded) onProblem(`field list ${digest}: no entry has it`);
    }
  }
}
