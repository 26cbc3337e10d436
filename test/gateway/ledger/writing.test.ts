import { readFileSync, writeFileSync } from 'node:fs';
import { ledgerSettings, witnessPath } from '../../../gateway/ledger/ledger-database';
import { openLedger } from '../../../gateway/ledger/open-ledger';
import { readConfig } from '../../../schema/config/read-config';
import { atOnce } from '../../support/at-once';
import { databaseKinds } from '../../support/databases';
import { eventually } from '../../support/eventually';
import { testLogger } from '../../support/test-logger';
import { access, accesses, ledgerUnderTest, writeAll, type LedgerUnderTest } from './ledger-under-test';

jest.setTimeout(30_000);

describe.each(databaseKinds)('The access ledger on %s', (kind) => {
  let test: LedgerUnderTest;
  beforeEach(() => {
    test = ledgerUnderTest(kind);
  });
  afterEach(() => test.remove());

  const chains = async () =>
    (await test.sql('SELECT chain, MAX(seq) AS seq FROM ledger_entries GROUP BY chain')).map(({ seq }) =>
      Number(seq),
    );
  const heads = async () =>
    (await test.sql('SELECT seq FROM ledger_heads ORDER BY seq')).map(({ seq }) => Number(seq));
  const witnessed = () => readFileSync(witnessPath(test.config), 'utf8').trimEnd().split('\n');
  const expectWhole = async () => expect(await test.verify()).toMatchObject({ told: [], problems: 0 });

  it('gives back what was written, to the letter', async () => {
    const ledger = await test.open();
    const written = access({
      reason: '邻居 “张某” 提出异议 \u0000\u2028 😀 \ud800 end ',
      subject: `系统 ${'长'.repeat(200)}`,
      role: 'role with a space at its end ',
      divisions: null,
      purpose: null,
      operation: null,
      households: [
        { id: 'YB-2026-0001', division: null },
        { id: 'yb-2026-0001', division: '500112' },
        { id: 'yb-2026-0001 ', division: 'not\u001fa code' },
      ],
      persons: [],
      fields: [],
      registries: [
        {
          name: 'vehicles',
          statuses: [
            { status: 'FOUND', households: [1] },
            { status: 'NO_RECORD', households: [0, 2] },
          ],
        },
        { name: '__proto__', statuses: [] },
      ],
      outcome: 'PARTIAL',
      codes: ['REGISTRY_UNAVAILABLE'],
    });
    await ledger.write(written);
    const { accesses: read } = await ledger.read({ filter: {}, first: 10 });
    expect(read.map(({ entry }) => entry)).toEqual([written]);
    await expectWhole();
  });

  it('writes what comes together in one transaction', async () => {
    const statements: string[] = [];
    const ledger = await test.open({ onStatement: (sql) => statements.push(sql) });
    statements.length = 0;
    await writeAll(ledger, accesses(100));
    expect(statements.filter((sql) => sql.startsWith('COMMIT'))).toHaveLength(1);
    expect(statements.filter((sql) => sql.startsWith('INSERT'))).toHaveLength(3);
    expect(statements.filter((sql) => sql.startsWith('REPLACE'))).toHaveLength(1);
    expect(await chains()).toEqual([100]);
  });

  it('puts no more than 100 entries into a transaction', async () => {
    const statements: string[] = [];
    const ledger = await test.open({ onStatement: (sql) => statements.push(sql) });
    statements.length = 0;
    await writeAll(ledger, accesses(101));
    expect(statements.filter((sql) => sql.startsWith('COMMIT'))).toHaveLength(2);
    await expectWhole();
  });

  it('keeps a list of fields once, however many entries have it', async () => {
    const ledger = await test.open();
    await writeAll(ledger, [...accesses(20), ...accesses(3, { fields: ['Query.registries'] })]);
    await ledger.write(access());
    expect(await test.sql('SELECT fields FROM ledger_field_lists')).toHaveLength(2);
    await expectWhole();
  });

  it('holds a chain for each of two gateways that write at once', async () => {
    const [one, other] = [await test.open(), await test.open()];
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([writeAll(one, accesses(20)), writeAll(other, accesses(10))]);
    }
    expect((await chains()).sort()).toEqual([100, 50]);
    await expectWhole();
  });

  it('refuses an entry that nobody could keep, and no other', async () => {
    const ledger = await test.open();
    const [long, without, good] = await Promise.allSettled([
      ledger.write(access({ reason: 'x'.repeat(5_000_000) })),
      ledger.write(access({ at: 'today' })),
      ledger.write(access()),
    ]);
    expect([long.status, without.status, good.status]).toEqual(['rejected', 'rejected', 'fulfilled']);
    expect(ledger.isWritable).toBe(true);
  });

  describe('signs the head of its chain', () => {
    it('at its beginning, and when so many entries have no head', async () => {
      const ledger = await test.open({ interval: { entries: 5, milliseconds: 60_000 } });
      await writeAll(ledger, accesses(4));
      expect(await heads()).toEqual([0]);
      await ledger.write(access());
      await eventually('a second head', 5000, async () => ((await heads()).length === 2 ? true : undefined));
      expect(await heads()).toEqual([0, 5]);
      expect(witnessed()).toHaveLength(2);
    });

    it('when an entry has had none for so long', async () => {
      const ledger = await test.open();
      await ledger.write(access());
      test.timers.pass(59_999);
      expect(await heads()).toEqual([0]);
      expect(await test.verify()).toMatchObject({ told: [], unwitnessed: [{ from: 1, to: 1 }] });
      test.timers.pass(1);
      await eventually('a second head', 5000, async () => ((await heads()).length === 2 ? true : undefined));
      expect(await test.verify()).toMatchObject({ told: [], unwitnessed: [], heads: 2, witnessed: 2 });
    });

    it('when it is closed, where there is anything to sign', async () => {
      const [quiet, ledger] = [await test.open(), await test.open()];
      await writeAll(ledger, accesses(3));
      await ledger.close();
      await quiet.close();
      expect(await heads()).toEqual([0, 0, 3]);
      await expect(ledger.write(access())).rejects.toThrow('cannot be written');
      await expectWhole();
    });
  });

  it('is held up by no witness that takes nothing', async () => {
    const config = { ...test.config, LEDGER_WITNESS: '/dev/full' };
    const ledger = await test.open({ config, interval: { entries: 1, milliseconds: 60_000 } });
    await ledger.write(access());
    await ledger.close();
    expect(await heads()).toEqual([0, 1]);
    // Its own file has nothing; a head in the database alone would be put back with it.
    writeFileSync(witnessPath(test.config), '');
    expect(await test.verify()).toMatchObject({ witnessed: 0, unwitnessed: [{ from: 1, to: 1 }] });
  });

  it('goes on after a witness line that was cut off', async () => {
    await (await test.open()).close();
    writeFileSync(witnessPath(test.config), '{"head":"ey', { flag: 'a' });
    await (await test.open()).close();
    expect(await test.verify()).toMatchObject({ told: [], unreadable: 1, witnessed: 2 });
  });

  it('is one ledger for gateways that start in several processes at once', async () => {
    await test.sql('SELECT 1');
    const env = JSON.stringify({
      DATA_DIR: test.config.DATA_DIR,
      ...(test.config.LEDGER_URL === undefined ? {} : { LEDGER_URL: test.config.LEDGER_URL }),
    });
    const told = await atOnce(
      2,
      `const { openLedger } = require('./dist/gateway/ledger/open-ledger');
       const { readConfig } = require('./dist/schema/config/read-config');
       const logger = { error: console.log, warn: console.log, info: console.log };
       const config = readConfig(${env}, []);`,
      `const ledger = await openLedger({ config, clock: () => new Date(), logger });
       const entry = ${JSON.stringify(access())};
       for (let i = 0; i < 5; i += 1) await Promise.all(Array.from({ length: 20 }, () => ledger.write(entry)));
       await ledger.close();
       console.log('written');`,
    );
    expect(told).toEqual(['written', 'written']);
    expect(await chains()).toEqual([100, 100]);
    await expectWhole();
  });

  it('refuses the start where its database cannot be opened, and tells no password', async () => {
    const urls = {
      SQLite: 'package.json/ledger.sqlite',
      MariaDB: 'mysql://somebody:hunter2@127.0.0.1:1/ledger',
    };
    const config = readConfig({ DATA_DIR: test.config.DATA_DIR, LEDGER_URL: urls[kind] }, []);
    const start = openLedger({ config, clock: () => new Date(), logger: testLogger });
    await expect(start).rejects.toMatchObject({
      name: 'RefusedStart',
      message: expect.stringMatching(/^LEDGER_URL: (?!.*hunter2)/),
    });
  });

  it('refuses the start where the file of signed heads cannot be written', async () => {
    const config = { ...test.config, LEDGER_WITNESS: 'package.json/heads.jsonl' };
    await expect(test.open({ config })).rejects.toThrow(/^LEDGER_WITNESS: .* \(E[A-Z]+\)$/);
  });

  it('needs LEDGER_URL in production', () => {
    const config = readConfig({ DEPLOYMENT: 'production' }, []);
    expect(() => ledgerSettings(config)).toThrow('LEDGER_URL: expected where the access ledger is kept');
  });
});
