import { parse } from 'csv-parse/sync';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { databaseKinds } from '../../../support/databases';
import { openDesk, told, type Desk } from './exchange-desk';
import { csv, household, lines, member, misspelt, people, vehicle } from './exchange-rows';

const keepGood = { keepGood: true };

describe.each(databaseKinds)('On %s, where good rows are kept', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  afterEach(() => desk.clear());

  const rejected = (file: string): string[][] =>
    parse(desk.read(file), { bom: true, relax_column_count: true });

  test('the bad ones go into a file beside, as they were, with the reason', async () => {
    const wrong = vehicle({ record_id: 'V2', owner_id_number: misspelt(people.bo), plate_type: '?' });
    const content = csv(vehicle(), wrong, vehicle({ plate_no: '渝B1' }), vehicle({ record_id: 'V4' }));
    const [header = '', ...rows] = content.trim().split('\n');
    const reports = await desk.take(
      { 'vehicles.csv': lines(header, ...rows, 'V5,', `${rows[0]},x`) },
      keepGood,
    );

    expect(reports[0]).toMatchObject({ rows: 6, written: 2, problemCount: 5, isFilled: true });
    expect(told(reports).at(-1)).toBe(
      'vehicles.csv: 2 of 6 rows, public-security vehicles, as of 2018-07-02T09:00:00+08:00; ' +
        'the others are in vehicles.rejected.csv',
    );
    expect((await desk.rows('vehicles')).map((row) => [row['record_id'], row['plate_no']])).toEqual([
      ['V1', '渝A12345'],
      ['V4', '渝A12345'],
    ]);
    const [names = [], ...bad] = rejected('vehicles.rejected.csv');
    expect(names).toEqual([...header.split(','), 'reason']);
    expect(bad.map((row) => row.slice(names.length - 1))).toEqual([
      [
        'owner_id_number: the check character is wrong; expected 18 digits with a GB 11643 check character, or ' +
          '15 digits; plate_type: the code has another form; expected a GA 24.7 code of two digits',
      ],
      ['record_id: the same record_id already stands in line 2; expected each once'],
      ['the row has 2 cells; expected 11, as the header row has'],
      ['the row has 12 cells; expected 11, as the header row has', 'x'],
    ]);
    // Compared as booleans: a failing matcher would print the numbers.
    const cells = bad.map((row) => row.slice(0, names.length - 1).join());
    expect(cells.slice(0, 2).every((row, at) => row === rows[at + 1])).toBe(true);
    expect(cells[2]).toBe(`V5${','.repeat(10)}`);
    expect(statSync(join(desk.folder, 'vehicles.rejected.csv')).mode & 0o777).toBe(0o600);
  });

  test('a member without a household is rejected, and the rest of the household kept', async () => {
    const files = {
      'households.csv': csv(household()),
      'members.csv': csv(member({ household_id: 'H9' }), member(), member({ id_number: people.bo })),
    };
    await desk.take(files, keepGood);
    expect(await desk.rows('members')).toHaveLength(2);
    expect(rejected('members.rejected.csv').map((row) => [row[0], row.at(-1)])).toEqual([
      ['household_id', 'reason'],
      [
        'H9',
        'household_id: households has no such household_id; ' +
          'expected one of households.csv or of an earlier import',
      ],
    ]);
  });

  test('no file is written without a bad row, and one of an earlier import goes', async () => {
    const files = { 'vehicles.csv': csv(vehicle()), 'vehicles.rejected.csv': 'old' };
    await desk.take(files, keepGood);
    expect(desk.files()).toEqual(['vehicles.csv']);
  });

  test('every one of thousands of bad rows is rejected', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) =>
      vehicle({ record_id: `V${at}`, plate_type: at % 2 === 0 ? '02' : '?' }),
    );
    const reports = await desk.take({ 'vehicles.csv': csv(...rows) }, keepGood);
    expect(reports[0]).toMatchObject({ rows: 4000, written: 2000, problemCount: 2000 });
    const [, ...bad] = rejected('vehicles.rejected.csv');
    expect(bad.map(([id]) => id)).toEqual(
      rows.map((row) => row['record_id']).filter((_, at) => at % 2 === 1),
    );
  });

  test('a file that cannot be read to its end is still refused whole', async () => {
    const bad = csv(vehicle(), vehicle({ record_id: 'V2', plate_no: '"渝' }));
    const [report] = await desk.take({ 'vehicles.csv': bad }, keepGood);
    expect(report).toMatchObject({ isFilled: false, written: 0 });
    expect(await desk.rows('vehicles')).toEqual([]);
    expect(desk.files()).toEqual(['vehicles.csv']);
  });
});
