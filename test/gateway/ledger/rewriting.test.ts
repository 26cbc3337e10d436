import { copyFileSync } from 'node:fs';
import fc from 'fast-check';
import { linkHash } from '../../../gateway/ledger/chain-hash';
import { signHead } from '../../../gateway/ledger/head';
import { witnessPath } from '../../../gateway/ledger/ledger-database';
import { newSigningKey } from '../../../schema/config/keys';
import type { Row } from '../../../subgraphs/runtime/database/connect-database';
import { databaseKinds } from '../../support/databases';
import { accesses, writeAll, type LedgerUnderTest } from './ledger-under-test';
import { expectFound, place, tamperedLedger, type TamperedLedger } from './tampered-ledger';

jest.setTimeout(60_000);

describe.each(databaseKinds)('The verification of a rewritten ledger on %s', (kind) => {
  let ledger: TamperedLedger;
  let test: LedgerUnderTest;
  let [first, second] = ['', ''];
  beforeAll(async () => {
    ledger = await tamperedLedger(kind);
    ({ test, first, second } = ledger);
  });
  afterEach(() => ledger.restore());
  afterAll(() => test.remove());

  const found = (problem: RegExp) => expectFound(test, problem);

  it('finds two entries in each other’s place', async () => {
    for (const table of ['ledger_entries', 'ledger_subjects']) {
      for (const [from, to] of [
        ...[
          [5, 99],
          [6, 5],
          [99, 6],
        ],
      ]) {
        await test.sql(`UPDATE ${table} SET seq = ${to} WHERE chain = '${first}' AND seq = ${from}`);
      }
    }
    await found(new RegExp(`^chain ${first}, entry 5: its hash is not that of its text`, 'm'));
  });

  it.each([
    ['of two entries', () => [first, 3, first, 4] as const],
    ['of entries of two chains', () => [first, 3, second, 3] as const],
  ])('finds the texts %s swapped', async (_, places) => {
    const [chain, seq, otherChain, otherSeq] = places();
    const [one, other] = [await ledger.bodyOf(chain, seq), await ledger.bodyOf(otherChain, otherSeq)];
    await test.sql(`UPDATE ledger_entries SET body = ? WHERE ${place(chain, seq)}`, [other]);
    await test.sql(`UPDATE ledger_entries SET body = ? WHERE ${place(otherChain, otherSeq)}`, [one]);
    await found(new RegExp(`^chain ${chain}, entry ${seq}: its hash is not`, 'm'));
    await found(new RegExp(`^chain ${otherChain}, entry ${otherSeq}: its hash is not`, 'm'));
  });

  it('finds a whole entry moved into another chain', async () => {
    await test.sql(`DELETE FROM ledger_entries WHERE ${place(second, 3)}`);
    await test.sql(`UPDATE ledger_entries SET chain = '${second}' WHERE ${place(first, 3)}`);
    await found(new RegExp(`^chain ${second}, entry 3: its hash is not`, 'm'));
    await found(new RegExp(`^chain ${first}, entry 3: missing`, 'm'));
  });

  /** Writes a chain anew from an entry on, as whoever knows how hashes are made can do it. */
  async function rewrite(chain: string, from: number): Promise<string> {
    let hash = String((await ledger.rowOf(chain, from - 1))['hash']);
    for (let seq = from; seq <= 10; seq += 1) {
      const body = (await ledger.bodyOf(chain, seq)).replace('caseworker-2', 'caseworker-9');
      hash = linkHash(hash, body);
      await test.sql(
        `UPDATE ledger_entries SET body = ?, hash = ?, subject = 'caseworker-9' WHERE ${place(chain, seq)}`,
        [body, hash],
      );
    }
    return hash;
  }

  it('finds a chain that was written anew, by its heads', async () => {
    await rewrite(second, 8);
    await found(new RegExp(`^chain ${second}, entry 10: its signed head says that it was another$`, 'm'));
  });

  it('finds a chain that was written anew and signed with another key', async () => {
    const hash = await rewrite(second, 8);
    const head = { chain: second, seq: 10, hash, at: test.now.toISOString() };
    const known = JSON.parse(Buffer.from(ledger.heads.slice(9).split('.')[0]!, 'base64url').toString()) as {
      kid: string;
    };
    const jws = await signHead(head, { ...newSigningKey().key, id: known.kid });
    await test.sql(`UPDATE ledger_heads SET head = ? WHERE ${place(second, 10)}`, [jws]);
    await found(new RegExp(`^chain ${second}, entry 10: its signed head is not signed by a known key$`, 'm'));
  });

  it('finds a head in the place of another', async () => {
    await test.sql(`DELETE FROM ledger_heads WHERE ${place(second, 10)}`);
    await test.sql(`UPDATE ledger_heads SET seq = 10 WHERE ${place(second, 5)}`);
    await found(new RegExp(`^chain ${second}, entry 10: its signed head is that of another one$`, 'm'));
  });

  it('finds a database that was put back to an older state', async () => {
    const later = await test.open({ interval: { entries: 5, milliseconds: 60_000 } });
    await writeAll(later, accesses(3));
    await later.close();
    await ledger.restoreTables();
    await found(/^chain [0-9a-f]{16}: its beginning is missing, of which the signed head in/m);
  });

  it('tells of a witness line that no known key signed', async () => {
    const stranger = { ...test.config, DATA_DIR: `${test.config.DATA_DIR}/elsewhere` };
    const { told } = await test.verify({ config: stranger });
    expect(told[0]).toMatch(/^signed heads: .*, line 1: not signed by a known key$/);
    copyFileSync(witnessPath(test.config), `${witnessPath(test.config)}.twice`);
    const both = [witnessPath(test.config), `${witnessPath(test.config)}.twice`];
    expect(await test.verify({ witnesses: both })).toMatchObject({ told: [], witnessed: 12 });
  });

  it.each([
    ['an entry', 'ledger_entries', ['seq', 'at', 'subject', 'role', 'purpose', 'body', 'hash'], 1],
    ['the signed tip of a chain', 'ledger_tips', ['seq', 'head'], 10],
  ])('finds any one thing that is changed in %s', async (_, table, columns, from) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(first, second),
        fc.integer({ min: from, max: 10 }),
        fc.constantFrom('chain', ...columns, 'row'),
        fc.nat(),
        fc.integer({ min: 1, max: 94 }),
        async (chain, seq, column, position, shift) => {
          const [row] = await test.sql(`SELECT * FROM ${table} WHERE ${place(chain, seq)}`);
          await mutate(table, row!, column, position, shift);
          const { problems } = await test.verify();
          await ledger.restoreTables([table]);
          expect(problems).toBeGreaterThan(0);
        },
      ),
      { seed: 20260302, numRuns: 60 },
    );
  });

  async function mutate(
    table: string,
    row: Row,
    column: string,
    position: number,
    shift: number,
  ): Promise<void> {
    const where = place(String(row['chain']), Number(row['seq']));
    if (column === 'row') return void (await test.sql(`DELETE FROM ${table} WHERE ${where}`));
    const value = row[column]!;
    const changed = typeof value === 'number' ? value + 100 + shift : changedAt(value, position, shift);
    await test.sql(`UPDATE ${table} SET ${column} = ? WHERE ${where}`, [changed]);
  }
});

/** Another printable character in the place of one. */
function changedAt(text: string, position: number, shift: number): string {
  const index = position % text.length;
  const changed = String.fromCharCode(33 + ((((text.charCodeAt(index) - 33 + shift) % 95) + 95) % 95));
  return text.slice(0, index) + (changed === text[index] ? '~' : changed) + text.slice(index + 1);
}
