import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { linkHash } from '../../../gateway/ledger/chain-hash';
import { witnessPath } from '../../../gateway/ledger/ledger-database';
import { databaseKinds } from '../../support/databases';
import type { LedgerUnderTest } from './ledger-under-test';
import { expectFound, place, tamperedLedger, type TamperedLedger } from './tampered-ledger';

jest.setTimeout(60_000);

describe.each(databaseKinds)('The verification of a ledger on %s', (kind) => {
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

  it('finds nothing where nothing was done', async () => {
    expect(await test.verify()).toMatchObject({
      ...{ told: [], problems: 0, chains: 2, entries: 20, heads: 6, witnessed: 6, unwitnessed: [] },
    });
  });

  describe('finds an edit', () => {
    it('of a text', async () => {
      const body = (await ledger.bodyOf(first, 4)).replace('APPLICATION_REVIEW', 'RECHECK');
      await test.sql(`UPDATE ledger_entries SET body = ? WHERE ${place(first, 4)}`, [body]);
      await found(new RegExp(`^chain ${first}, entry 4: its hash is not that of its text`, 'm'));
    });

    it('of a text with its hash', async () => {
      const body = (await ledger.bodyOf(first, 4)).replace('caseworker-1', 'caseworker-9');
      const hash = linkHash(String((await ledger.rowOf(first, 3))['hash']), body);
      await test.sql(
        `UPDATE ledger_entries SET body = ?, hash = ?, subject = 'caseworker-9' WHERE ${place(first, 4)}`,
        [body, hash],
      );
      await found(new RegExp(`^chain ${first}, entry 5: its hash is not`, 'm'));
    });

    it.each([
      ['at', '1'],
      ['subject', `'nobody'`],
      ['role', `'nobody'`],
      ['purpose', 'NULL'],
      ['hash', `'${'0'.repeat(64)}'`],
      ['seq', '40'],
      ['chain', `'elsewhere'`],
    ])('of the column %s', async (column, value) => {
      await test.sql(`UPDATE ledger_entries SET ${column} = ${value} WHERE ${place(second, 7)}`);
      await found(new RegExp(`^chain ${second}, entry 7: `, 'm'));
    });

    it.each([
      ['value', `'elsewhere'`],
      ['division', `'500199'`],
      ['at', '1'],
      ['kind', `'X'`],
      ['seq', '11'],
      ['chain', `'elsewhere'`],
    ])('of the column %s of a row by which an entry is found', async (column, value) => {
      await test.sql(
        `UPDATE ledger_subjects SET ${column} = ${value} WHERE ${place(second, 7)} AND kind = 'H'`,
      );
      await found(new RegExp(`^chain ${second}, entry 7: the rows by which it is found`, 'm'));
    });

    it('of a field list', async () => {
      await test.sql(`UPDATE ledger_field_lists SET fields = '[]'`);
      await found(/^field list [0-9a-f]{64}: its text was changed$/m);
    });

    it.each(['started = 1', `body = '{}'`, `hash = '0'`])('of a beginning: %s', async (change) => {
      await test.sql(`UPDATE ledger_chains SET ${change} WHERE chain = '${second}'`);
      await found(new RegExp(`^chain ${second}, its beginning: its text, its hash and its columns`, 'm'));
    });
  });

  describe('finds what was taken out:', () => {
    it.each([
      ['an entry in the middle', 6],
      ['the first entry', 1],
    ])('%s', async (_, seq) => {
      await test.sql(`DELETE FROM ledger_entries WHERE ${place(first, seq)}`);
      await found(new RegExp(`^chain ${first}, entry ${seq}: missing$`, 'm'));
    });

    it('an entry with all that is beside it', async () => {
      for (const table of ['ledger_entries', 'ledger_subjects']) {
        await test.sql(`DELETE FROM ${table} WHERE chain = '${first}' AND seq IN (6, 7)`);
      }
      await found(new RegExp(`^chain ${first}, entry 6: missing, with all up to 7$`, 'm'));
    });

    it.each(['H', 'P', 'D'])('a row by which an entry is found (%s)', async (kind) => {
      await test.sql(`DELETE FROM ledger_subjects WHERE ${place(first, 6)} AND kind = '${kind}'`);
      await found(new RegExp(`^chain ${first}, entry 6: the rows by which it is found`, 'm'));
    });

    it('a field list', async () => {
      await test.sql('DELETE FROM ledger_field_lists');
      await found(new RegExp(`^chain ${first}, entry 1: its field list .* is missing`, 'm'));
    });

    it('a signed head', async () => {
      await test.sql(`DELETE FROM ledger_heads WHERE ${place(first, 5)}`);
      await found(new RegExp(`^chain ${first}, entry 5: its signed head is missing from the database`, 'm'));
    });

    const removeChain = async (chain: string) => {
      const names = ['chains', 'entries', 'subjects', 'heads', 'tips'];
      for (const name of names) {
        await test.sql(`DELETE FROM ledger_${name} WHERE chain = '${chain}'`);
      }
    };

    it('a whole chain, by the one after it alone', async () => {
      await removeChain(first);
      const kept = ledger.heads.split('\n').slice(3).join('\n');
      writeFileSync(witnessPath(test.config), kept);
      await found(
        new RegExp(
          `^chain ${first}: its beginning is missing, of which the beginning of chain ${second} tells`,
          'm',
        ),
      );
    });

    it('the newest chain, by the witness', async () => {
      await removeChain(second);
      await found(new RegExp(`^chain ${second}: its beginning is missing, of which the signed head in`, 'm'));
    });

    it('a beginning', async () => {
      await test.sql(`DELETE FROM ledger_chains WHERE chain = '${second}'`);
      await found(new RegExp(`^chain ${second}: its beginning is missing`, 'm'));
    });

    it('the end of a chain with its heads, by the witness', async () => {
      for (const table of ['ledger_entries', 'ledger_subjects', 'ledger_heads']) {
        await test.sql(`DELETE FROM ${table} WHERE chain = '${second}' AND seq > 7`);
      }
      await found(
        new RegExp(`^chain ${second}, entry 8: cut off: the signed head in .* went on to 10$`, 'm'),
      );
    });

    it('the file of signed heads itself', async () => {
      const { told } = await test.verify({ witnesses: [`${witnessPath(test.config)}.gone`] });
      expect(told).toEqual([expect.stringMatching(/^signed heads: the file .* cannot be read \(ENOENT\)$/)]);
    });
  });

  describe('finds what was added:', () => {
    it('a row by which an entry would be found', async () => {
      await test.sql(`INSERT INTO ledger_subjects VALUES ('${first}', 3, 'P', 'somebody', '', 1)`);
      await found(new RegExp(`^chain ${first}, entry 3: the rows by which it is found`, 'm'));
    });

    it('a row of an entry that is not there', async () => {
      await test.sql(`INSERT INTO ledger_subjects VALUES ('${first}', 30, 'P', 'somebody', '', 1)`);
      await found(new RegExp(`^chain ${first}, entry 30: there are rows to find it by`, 'm'));
    });

    it('an entry that stands before the first', async () => {
      await test.sql(
        `INSERT INTO ledger_entries (chain, seq, at, subject, role, purpose, body, hash)
         SELECT chain, 0, at, subject, role, purpose, body, hash FROM kept_ledger_entries WHERE ${place(first, 1)}`,
      );
      await found(new RegExp(`^chain ${first}, its beginning: a chain has no such number$`, 'm'));
    });

    it('a field list', async () => {
      const digest = createHash('sha256').update('["x"]').digest('hex');
      await test.sql(`INSERT INTO ledger_field_lists VALUES (?, '["x"]')`, [digest]);
      await found(new RegExp(`^field list ${digest}: no entry has it$`, 'm'));
    });

    it('a chain that no gateway began', async () => {
      const body = JSON.stringify({ chain: 'forged', startedAt: '2026-03-02T01:00:00.000Z', tips: [] });
      await test.sql('INSERT INTO ledger_chains VALUES (?, ?, ?, ?)', [
        ...['forged', Date.parse('2026-03-02T01:00:00.000Z'), body, linkHash('', body)],
      ]);
      await found(/^chain forged: has no signed head$/m);
    });
  });
});
