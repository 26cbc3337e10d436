import type { AccessEntry } from '../../../gateway/ledger/access-entry';
import type { AccessSearch, Ledger } from '../../../gateway/ledger/ledger';
import { databaseKinds } from '../../support/databases';
import { access, ledgerUnderTest, writeAll, type LedgerUnderTest } from './ledger-under-test';

jest.setTimeout(30_000);

const [yin, yang] = ['1'.repeat(32), '2'.repeat(32)];

/** An access at a minute of the day, told apart by its correlation id. */
const at = (minute: number, correlationId: string, said: Partial<AccessEntry> = {}) =>
  access({
    at: new Date(Date.UTC(2026, 2, 2, 1, minute)).toISOString(),
    correlationId,
    persons: [yin],
    ...said,
  });

const household = (id: string, division: string | null) => ({ id, division });

describe.each(databaseKinds)('Who reads the access ledger on %s', (kind) => {
  let test: LedgerUnderTest;
  let ledger: Ledger;
  beforeAll(async () => {
    test = ledgerUnderTest(kind);
    ledger = await test.open();
    const other = await test.open();
    await writeAll(ledger, [
      at(1, 'first', { households: [household('H1', '500112001001')] }),
      at(3, 'third', { households: [household('H2', '500112002001')], purpose: 'RECHECK', persons: [yang] }),
      at(5, 'two townships', {
        households: [household('H1', '500112001001'), household('H2', '500112002001')],
        persons: [yin, yang],
        role: 'verifier',
      }),
      at(6, 'two counties', {
        households: [household('H1', '500112001001'), household('H3', '500113001001')],
      }),
      at(7, 'unknown division', {
        households: [household('H9', null), household('H1', '500112001001'), household('H8', null)],
        registries: [
          {
            name: 'vehicles',
            statuses: [
              { status: 'FOUND', households: [0, 1] },
              { status: 'UNAVAILABLE', households: [2] },
            ],
          },
          { name: 'property', statuses: [{ status: 'UNAVAILABLE', households: [0, 2] }] },
        ],
      }),
      at(8, 'no household', { households: [], persons: [yang] }),
      at(9, 'unknown alone', { households: [household('H9', null)], persons: [] }),
    ]);
    await writeAll(other, [
      at(2, 'second', { households: [household('H3', '500113001001')], subject: 'somebody else' }),
      at(4, 'fourth', { households: [household('h1', '500112001')] }),
    ]);
  });
  afterAll(() => test.remove());

  const found = async (search: Partial<AccessSearch>) => {
    const { accesses } = await ledger.read({ filter: {}, first: 100, ...search });
    return accesses.map(({ entry }) => entry.correlationId);
  };
  const all = [
    ...[
      'unknown alone',
      'no household',
      'unknown division',
      'two counties',
      'two townships',
      'fourth',
      'third',
      'second',
      'first',
    ],
  ];

  const ofTheCounty = ['unknown division', 'two townships', 'fourth', 'third', 'first'];
  const ofTheCity = all.filter((id) => id !== 'no household' && id !== 'unknown alone');

  it('finds the newest first, whichever gateway wrote it', async () => {
    expect(await found({})).toEqual(all);
  });

  it.each<[string, AccessSearch['filter'], string[]]>([
    ['a household', { householdId: 'H1' }, ['unknown division', 'two counties', 'two townships', 'first']],
    ['a household whose id differs in case alone', { householdId: 'h1' }, ['fourth']],
    ['a person', { personId: yang }, ['no household', 'two townships', 'third']],
    ['a household and a person', { householdId: 'H1', personId: yang }, ['two townships']],
    ['a subject', { subject: 'somebody else' }, ['second']],
    ['a role', { role: 'verifier' }, ['two townships']],
    ['a purpose', { purpose: 'RECHECK' }, ['third']],
    ['a person and a purpose', { personId: yin, purpose: 'RECHECK' }, []],
    [
      'a time, its end not included, in any zone',
      { from: '2026-03-02T09:02:00+08:00', to: '2026-03-02T01:04:00.000Z' },
      ['third', 'second'],
    ],
    ['nobody known', { householdId: 'H0' }, []],
  ])('finds by %s', async (_, filter, expected) => {
    expect(await found({ filter })).toEqual(expected);
  });

  it.each<[string, string[], string[]]>([
    ['a county', ['500112'], ofTheCounty],
    ['a township', ['500112001'], ['unknown division', 'fourth', 'first']],
    ['a community', ['500112001001'], ['unknown division', 'first']],
    ['two townships', ['500112001', '500112002'], ofTheCounty],
    ['two counties', ['500112', '500113'], ofTheCity],
    ['a city', ['5001'], ofTheCity],
    ['a county and a township of it', ['500112', '500112001'], ofTheCounty],
    ['another county', ['500199'], []],
    ['no division', [], []],
    ['what is no division', ['', '%'], []],
  ])('sees, limited to %s, entries about its households alone', async (_, divisions, expected) => {
    expect(await found({ divisions })).toEqual(expected);
  });

  it('shows whoever is limited to divisions no household of an unknown one', async () => {
    const read = async (divisions?: readonly string[]) => {
      const filter = { householdId: 'H1', from: '2026-03-02T01:07:00Z' };
      return (await ledger.read({ filter, first: 1, divisions })).accesses[0]!.entry;
    };
    const whole = await read();
    expect(whole.households.map(({ id }) => id)).toEqual(['H9', 'H1', 'H8']);
    expect(await read(['500112'])).toEqual({
      ...whole,
      households: [household('H1', '500112001001')],
      registries: [{ name: 'vehicles', statuses: [{ status: 'FOUND', households: [0] }] }],
    });
  });

  it('finds nothing, limited to divisions, by a household of an unknown one', async () => {
    expect(await found({ filter: { householdId: 'H9' } })).toEqual(['unknown alone', 'unknown division']);
    expect(await found({ divisions: ['500112'], filter: { householdId: 'H9' } })).toEqual([]);
    expect(await found({ divisions: ['500112'], filter: { householdId: 'H9', personId: yin } })).toEqual([]);
  });

  it('stays within the divisions whatever else is asked', async () => {
    expect(await found({ divisions: ['500112'], filter: { householdId: 'H1' } })).toEqual([
      'unknown division',
      'two townships',
      'first',
    ]);
    expect(await found({ divisions: ['500113'], filter: { personId: yin } })).toEqual(['second']);
    expect(await found({ divisions: ['500112'], filter: { role: 'verifier' } })).toEqual(['two townships']);
  });

  it.each<[string, Partial<AccessSearch>]>([
    ['all', {}],
    ['a person', { filter: { personId: yin } }],
    ['two townships', { divisions: ['500112001', '500112002'] }],
  ])('pages through %s without a gap or a repetition', async (_, search) => {
    const paged: string[] = [];
    let after: string | null = null;
    for (let hasNext = true; hasNext;) {
      const page = await ledger.read({ filter: {}, ...search, first: 1, after });
      paged.push(...page.accesses.map(({ entry }) => entry.correlationId));
      after = page.accesses.at(-1)?.cursor ?? null;
      hasNext = page.hasNextPage;
    }
    expect(paged).toEqual(await found(search));
  });

  it('keeps a place while entries come', async () => {
    const { accesses } = await ledger.read({ filter: {}, first: 3 });
    const after = accesses.at(-1)!.cursor;
    await ledger.write(at(59, 'later', { households: [household('H5', null)], subject: 'a late one' }));
    expect(await found({ after })).toEqual(all.slice(3));
  });

  it('tells entries of the same instant apart by chain and number', async () => {
    await writeAll(
      ledger,
      [1, 2, 3].map((n) => at(0, `same ${n}`, { subject: 'twins' })),
    );
    expect(await found({ filter: { subject: 'twins' } })).toEqual(['same 3', 'same 2', 'same 1']);
    const { accesses } = await ledger.read({ filter: { subject: 'twins' }, first: 2 });
    expect(await found({ filter: { subject: 'twins' }, after: accesses[1]!.cursor })).toEqual(['same 1']);
    expect(new Set(accesses.map(({ id }) => id)).size).toBe(2);
  });

  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['no text of ours', 'bogus'],
    ['of another kind', cursor(['2026-03-02', 'YB-2026-0001'])],
    ['of an entry that is not there', cursor([1, 'ffffffffffffffff', 1])],
    ['of a number beyond all numbers', cursor([1e300, 'ffffffffffffffff', 1])],
  ])('is refused a cursor %s', async (_, after) => {
    await expect(ledger.read({ filter: {}, first: 1, after })).rejects.toMatchObject({
      extensions: { code: 'INVALID_CURSOR' },
    });
  });

  it('is refused, limited to divisions, the cursor of an entry outside them', async () => {
    const { accesses } = await ledger.read({ filter: { subject: 'somebody else' }, first: 1 });
    const after = accesses[0]!.cursor;
    expect(await found({ divisions: ['500113'], after })).toEqual([]);
    for (const divisions of [['500112'], []]) {
      await expect(ledger.read({ filter: {}, first: 1, after, divisions })).rejects.toMatchObject({
        extensions: { code: 'INVALID_CURSOR' },
      });
    }
  });

  it('hides no entry for a number that was asked for twice', async () => {
    const subject = 'who asks twice';
    const twice = [household('H7', '500112001001'), household('H7', null)];
    await ledger.write(at(0, 'twice', { households: twice, subject }));
    expect(await found({ divisions: ['500112'], filter: { subject } })).toEqual(['twice']);
  });

  it('reads by indices: no look-up goes through a whole table', async () => {
    if (kind !== 'SQLite') return;
    const statements: string[] = [];
    const told = await test.open({ onStatement: (sql) => statements.push(sql) });
    const searches: Partial<AccessSearch>[] = [
      {},
      { filter: { householdId: 'H1' } },
      { filter: { personId: yin } },
      { filter: { subject: 'a' } },
      { filter: { role: 'a' } },
      { filter: { purpose: 'a' } },
      { divisions: ['500112', '500113'] },
      { divisions: ['500112'], filter: { householdId: 'H1' } },
    ];
    for (const search of searches) {
      statements.length = 0;
      await told.read({ filter: {}, first: 10, ...search });
      for (const sql of statements.filter((statement) => statement.includes('e.body'))) {
        const plan = await test.sql(`EXPLAIN QUERY PLAN ${sql}`, Array(sql.split('?').length - 1).fill(0));
        const steps = plan.map(({ detail }) => String(detail));
        expect(steps.filter((step) => /TEMP B-TREE|SCAN \w+$/.test(step))).toEqual([]);
      }
    }
  });
});
