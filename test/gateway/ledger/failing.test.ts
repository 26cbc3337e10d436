import { setImmediate as nextTurn } from 'node:timers/promises';
import { connectLedger } from '../../../gateway/ledger/ledger-database';
import { databaseKinds } from '../../support/databases';
import { eventually } from '../../support/eventually';
import { access, accesses, ledgerUnderTest, writeAll, type LedgerUnderTest } from './ledger-under-test';

jest.setTimeout(30_000);

interface Fault {
  /** When transactions fail: before their commit, after it, or by never ending; or nothing can be reached at all. */
  now: 'before' | 'after' | 'never' | 'unreachable' | null;
}

/** Opens the database as always, with transactions that fail as `fault` says at the time. */
function failing(fault: Fault): typeof connectLedger {
  return async (settings, onStatement) => {
    if (fault.now === 'unreachable') throw new Error('nobody answers');
    const database = await connectLedger(settings, onStatement);
    return {
      ...database,
      session: (work) =>
        database.session((session) =>
          work({
            run: (sql, values) => session.run(sql, values),
            transaction: async (inside) => {
              if (fault.now === 'before' || fault.now === 'unreachable')
                throw new Error('lost before the commit');
              if (fault.now === 'never') return new Promise(() => undefined);
              const result = await session.transaction(inside);
              if (fault.now === 'after') throw new Error('lost after the commit');
              return result;
            },
          }),
        ),
    };
  };
}

describe.each(databaseKinds)('The access ledger, when its database on %s fails', (kind) => {
  let test: LedgerUnderTest;
  let fault: Fault;
  beforeEach(() => {
    test = ledgerUnderTest(kind);
    fault = { now: null };
  });
  afterEach(() => test.remove());

  const chains = async () =>
    (await test.sql('SELECT chain, MAX(seq) AS seq FROM ledger_entries GROUP BY chain')).map(({ seq }) =>
      Number(seq),
    );
  const expectWhole = async () => expect(await test.verify()).toMatchObject({ told: [], problems: 0 });

  it.each([
    ['before', 3],
    ['after', 5],
  ] as const)('%s the commit, rejects, and goes on where its chain ends', async (moment, entries) => {
    const ledger = await test.open({ connect: failing(fault) });
    await writeAll(ledger, accesses(2));
    fault.now = moment;
    const lost = await Promise.allSettled(accesses(2).map((entry) => ledger.write(entry)));
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(ledger.isWritable).toBe(false);
    await expect(ledger.write(access())).rejects.toThrow('cannot be written');

    fault.now = null;
    test.timers.pass(1000);
    await eventually('a ledger that can be written', 5000, () => (ledger.isWritable ? true : undefined));
    await ledger.write(access());
    expect(await chains()).toEqual([entries]);
    await ledger.close();
    await expectWhole();
  });

  it('takes no more entries than may wait, and says so at once', async () => {
    const ledger = await test.open({ connect: failing(fault) });
    fault.now = 'never';
    const waiting = Array.from({ length: 10_000 }, () => ledger.write(access()));
    await expect(ledger.write(access())).rejects.toThrow('too many entries wait for the ledger');
    test.timers.pass(5000);
    const settled = await Promise.allSettled(waiting);
    expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });

  it('by saying nothing, rejects after five seconds', async () => {
    const ledger = await test.open({ connect: failing(fault) });
    fault.now = 'never';
    const written = ledger.write(access());
    const rejected = expect(written).rejects.toThrow('the ledger');
    await nextTurn();
    await nextTurn();
    test.timers.pass(5000);
    await rejected;
    await eventually('a ledger that is known not to work', 5000, () =>
      ledger.isWritable ? undefined : true,
    );
    fault.now = null;
    test.timers.pass(1000);
    await eventually('a ledger that can be written', 5000, () => (ledger.isWritable ? true : undefined));
    await ledger.write(access());
    await expectWhole();
  });

  it('and comes back without what was durable, writes nothing more', async () => {
    const ledger = await test.open({ connect: failing(fault) });
    await writeAll(ledger, accesses(3));
    fault.now = 'before';
    await expect(ledger.write(access())).rejects.toThrow();
    fault.now = null;
    await test.sql('DELETE FROM ledger_entries WHERE seq = 3');
    test.timers.pass(1000);
    await eventually('a probe', 5000, async () => (await test.sql('SELECT * FROM ledger_probes'))[0]);
    expect(ledger.isWritable).toBe(false);
    await ledger.close();
    expect((await test.verify()).told).not.toEqual([]);
  });

  it('tries again and again, ever more seldom, and can be closed meanwhile', async () => {
    const ledger = await test.open({ connect: failing(fault) });
    fault.now = 'unreachable';
    await expect(ledger.write(access())).rejects.toThrow('did not take the entry');
    for (const milliseconds of [1000, 2000, 4000]) {
      test.timers.pass(milliseconds);
      await nextTurn();
      await nextTurn();
      expect(ledger.isWritable).toBe(false);
    }
    await ledger.close();
    expect(await chains()).toEqual([]);
    await expectWhole();
  });
});
