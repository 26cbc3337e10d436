import { signHead, type Head } from '../../../gateway/ledger/head';
import { ledgerSigningKey, newSigningKey } from '../../../schema/config/keys';
import { databaseKinds } from '../../support/databases';
import { accesses, writeAll, type LedgerUnderTest } from './ledger-under-test';
import { expectFound, forgeEntry, place, tamperedLedger, type TamperedLedger } from './tampered-ledger';

jest.setTimeout(60_000);

describe.each(databaseKinds)('The verification, by the signed tips of a ledger on %s,', (kind) => {
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
  const tipOf = async (chain: string) =>
    (await test.sql('SELECT seq, head FROM ledger_tips WHERE chain = ?', [chain]))[0]!;

  /** The chain after the two that every test begins with. */
  const newestChain = async () =>
    String(
      (await test.sql('SELECT chain FROM ledger_chains WHERE chain NOT IN (?, ?)', [first, second]))[0]![
        'chain'
      ],
    );

  /** A gateway that ends without closing its ledger: no head covers its entries. Gives its chain. */
  async function crashed(entries: number): Promise<string> {
    const gateway = await test.open();
    for (const entry of accesses(entries)) await writeAll(gateway, [entry]);
    return newestChain();
  }

  /** Takes the end of a chain out as if it had never been: entries, their rows, and heads of them. */
  async function cut(chain: string, from: number): Promise<void> {
    for (const table of ['ledger_entries', 'ledger_subjects', 'ledger_heads']) {
      await test.sql(`DELETE FROM ${table} WHERE chain = '${chain}' AND seq >= ${from}`);
    }
  }

  it('has one tip a chain, of its last entry', async () => {
    const chain = await crashed(3);
    expect(await test.sql('SELECT chain, seq FROM ledger_tips ORDER BY seq, chain')).toEqual([
      { chain, seq: 3 },
      ...[first, second].sort().map((closed) => ({ chain: closed, seq: 10 })),
    ]);
    const unwitnessed = [{ chain, from: 1, to: 3 }];
    expect(await test.verify()).toMatchObject({ told: [], unwitnessed });
  });

  it('counts a crashed gateway’s entries as witnessed once a beginning in the witness names them', async () => {
    await crashed(3);
    await (await test.open()).close();
    expect(await test.verify()).toMatchObject({ told: [], unwitnessed: [] });
  });

  describe('finds an entry that no gateway wrote,', () => {
    it('at the end of a closed chain, with the right hash and all its rows', async () => {
      await forgeEntry(test, first);
      expect((await test.verify()).told).toEqual([`chain ${first}, entry 11: no signature covers it`]);
    });

    it('and others after it', async () => {
      for (let times = 0; times < 3; times += 1) await forgeEntry(test, second);
      expect((await test.verify()).told).toEqual([
        `chain ${second}, entry 11: no signature covers it, nor any up to 13`,
      ]);
    });

    it('also when the next gateway has named it in its beginning', async () => {
      await forgeEntry(test, second);
      const next = await test.open();
      await writeAll(next, accesses(2));
      await next.close();
      expect((await test.verify()).told).toEqual([`chain ${second}, entry 11: no signature covers it`]);
    });

    it('at the end of a crashed gateway’s chain', async () => {
      const chain = await crashed(3);
      await forgeEntry(test, chain);
      expect((await test.verify()).told).toEqual([`chain ${chain}, entry 4: no signature covers it`]);
    });
  });

  describe('finds in what a crashed gateway wrote after its last head', () => {
    it.each([false, true])('an entry written anew (then another gateway begins: %s)', async (then) => {
      const chain = await crashed(3);
      await test.sql(`DELETE FROM ledger_entries WHERE ${place(chain, 3)}`);
      await test.sql(`DELETE FROM ledger_subjects WHERE ${place(chain, 3)}`);
      await forgeEntry(test, chain);
      if (then) await (await test.open()).close();
      expect((await test.verify()).told).toEqual([
        `chain ${chain}, entry 3: its signed tip says that it was another`,
      ]);
    });

    it.each([false, true])('a cut, its tip left (then another gateway begins: %s)', async (then) => {
      const chain = await crashed(3);
      await cut(chain, 2);
      if (then) await (await test.open()).close();
      expect((await test.verify()).told).toEqual([
        `chain ${chain}, entry 2: cut off: its signed tip says that the chain went on to 3`,
      ]);
    });
  });

  describe('where the end of a chain is cut and an older tip of it put back that was kept,', () => {
    async function cutToOlderTip({ isClosed }: { isClosed: boolean }): Promise<string> {
      const gateway = await test.open();
      const chain = await newestChain();
      await writeAll(gateway, accesses(1));
      const { seq, head } = await tipOf(chain);
      for (const entry of accesses(2)) await writeAll(gateway, [entry]);
      if (isClosed) await gateway.close();
      await cut(chain, 2);
      await test.sql('REPLACE INTO ledger_tips (chain, seq, head) VALUES (?, ?, ?)', [chain, seq!, head!]);
      return chain;
    }

    it('finds nothing as long as no line of the witness covers what was cut', async () => {
      const chain = await cutToOlderTip({ isClosed: false });
      const unwitnessed = [{ chain, from: 1, to: 1 }];
      expect(await test.verify()).toMatchObject({ told: [], unwitnessed });
    });

    it('finds it by the witness once a head was written', async () => {
      const chain = await cutToOlderTip({ isClosed: true });
      await found(
        new RegExp(
          `^chain ${chain}, entry 2: cut off: the signed head in .* says that the chain went on to 3$`,
          'm',
        ),
      );
    });
  });

  describe('finds a signed tip', () => {
    const tipProblem = async (problem: string) =>
      expect((await test.verify()).told).toEqual([
        `chain ${second}: its signed tip (ledger_tips) ${problem}`,
      ]);
    const put = (head: string) =>
      test.sql(`UPDATE ledger_tips SET head = ? WHERE chain = '${second}'`, [head]);
    const headOf = async (): Promise<Head> => ({
      ...{ chain: second, seq: 10, at: test.now.toISOString() },
      hash: String((await ledger.rowOf(second, 10))['hash']),
    });

    it('taken out', async () => {
      await test.sql(`DELETE FROM ledger_tips WHERE chain = '${second}'`);
      await tipProblem('is missing');
    });

    it('of another chain', async () => {
      await put(String((await tipOf(first))['head']));
      await tipProblem('is that of another one');
    });

    it('of another entry', async () => {
      const [older] = await test.sql(`SELECT head FROM ledger_heads WHERE ${place(second, 5)}`);
      await put(String(older!['head']));
      await tipProblem('is that of another one');
    });

    it('signed by another key under the name of ours', async () => {
      const { id } = ledgerSigningKey(test.config);
      await put(await signHead(await headOf(), { ...newSigningKey().key, id }));
      await tipProblem('is not signed by a known key');
    });

    it.each([
      ['its payload', 1],
      ['its signature', 2],
    ])('edited in %s', async (_, part) => {
      const parts = String((await tipOf(second))['head']).split('.');
      parts[part] = parts[part]!.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
      await put(parts.join('.'));
      await tipProblem('is not signed by a known key');
    });

    it('with another last letter, of the bits in which no decoder reads', async () => {
      const { head } = await tipOf(second);
      const bits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const last = bits.indexOf(String(head).slice(-1));
      await put(String(head).slice(0, -1) + bits[last ^ 1]);
      await tipProblem('is not signed by a known key');
    });

    it('of a chain that is not there', async () => {
      await test.sql(`INSERT INTO ledger_tips VALUES ('elsewhere', 10, 'ey')`);
      await found(/^chain elsewhere: its beginning is missing$/m);
    });

    it('that goes further than its chain', async () => {
      const beyond = { ...(await headOf()), seq: 12 };
      await put(await signHead(beyond, ledgerSigningKey(test.config)));
      await test.sql(`UPDATE ledger_tips SET seq = 12 WHERE chain = '${second}'`);
      await found(
        new RegExp(
          `^chain ${second}, entry 11: cut off: its signed tip says that the chain went on to 12$`,
          'm',
        ),
      );
    });
  });
});
