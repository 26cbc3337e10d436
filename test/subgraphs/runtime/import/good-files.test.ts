import { encode } from 'iconv-lite';
import { vehicles } from '../../../../subgraphs/public-security/registries/vehicles';
import { personIdOf } from '../../../../schema/values/person-id';
import { parseIdNumber } from '../../../../schema/values/id-number';
import { databaseKinds } from '../../../support/databases';
import { now, openDesk, personKey, told, type Desk } from './exchange-desk';
import { csv, household, lines, member, oldForm, people, vehicle } from './exchange-rows';

const names = new Map(vehicles.columns.map(({ name, chinese }) => [name, chinese]));
const second = vehicle({
  record_id: 'V2',
  owner_id_number: people.bo,
  owner_name: '测试𠮷',
  brand_model: '',
});

describe.each(databaseKinds)('On %s, a file', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  afterEach(() => desk.clear());

  const idOf = (number: string) => personIdOf(parseIdNumber(number).number, personKey);

  async function expectTaken(content: string | Buffer, options?: Parameters<Desk['take']>[1]) {
    const [report] = await desk.take({ 'vehicles.csv': content }, options);
    expect(report).toMatchObject({ isFilled: true, problems: [], problemCount: 0 });
    return desk.rows('vehicles');
  }

  test('fills its registry with every row, parsed', async () => {
    expect(await expectTaken(csv(vehicle(), second))).toEqual([
      {
        record_id: 'V1',
        owner_person_id: idOf(people.an),
        owner_matched_by: 'ID_18',
        owner_name: '测试安',
        plate_no: '渝A12345',
        plate_type: '02',
        vehicle_type: 'K33',
        brand_model: '长安牌SC7133',
        use_nature: null,
        first_registered_on: '2015-03-09',
        status_flags: 'A',
        disability_adapted: 0,
        assessed_value: 4_100_050,
      },
      expect.objectContaining({ record_id: 'V2', owner_name: '测试𠮷', brand_model: null }),
    ]);
    expect(await desk.state('vehicles')).toMatchObject({ records: 2, source: 'exchange' });
  });

  test('takes the place of sample data, but not of rows that were imported', async () => {
    await desk.take({ 'vehicles.csv': csv(vehicle({ record_id: 'MADE-UP' })) }, { source: 'sample' });
    await expectTaken(csv(vehicle()));
    const rows = await expectTaken(csv(second));
    expect(rows.map((row) => row['record_id'])).toEqual(['V1', 'V2']);
  });

  test('in GB18030 under Chinese names gives the same rows as in UTF-8 under English ones', async () => {
    const english = csv(vehicle(), second);
    const rows = await expectTaken(english);
    await desk.clear();
    const [header = '', ...rest] = english.split('\n');
    const chinese = header.split(',').map((name) => names.get(name));
    expect(await expectTaken(encode([chinese, ...rest].join('\n'), 'gb18030'))).toEqual(rows);
  });

  test('may have a byte order mark, CRLF, quotes and columns in any order', async () => {
    const rows = await expectTaken(csv(vehicle(), second));
    await desk.clear();
    const order = [4, 0, 9, 8, 7, 6, 5, 3, 2, 1, 10];
    const other = csv(vehicle(), second)
      .trim()
      .split('\n')
      .map((line) => order.map((at) => ` "${line.split(',')[at]}"`.trim()).join(','));
    expect(await expectTaken(`\uFEFF${other.join('\r\n')}`)).toEqual(rows);
  });

  test('may leave out optional columns, which are then null', async () => {
    const { brand_model: _, first_registered_on: __, assessed_value: ___, ...required } = vehicle();
    expect(await expectTaken(csv(required))).toEqual([
      expect.objectContaining({ brand_model: null, first_registered_on: null, assessed_value: null }),
    ]);
  });

  test('may have rows of several lines; a row is told by its first', async () => {
    const [header = '', first = '', last = ''] = csv(vehicle(), vehicle({ record_id: '' })).split('\n');
    const several = first.replace('渝A12345', '"渝A\n12\r\n345"');
    const [report] = await desk.take({ 'vehicles.csv': lines(header, '', several, '', last) });
    expect(report!.problems).toMatchObject([{ line: 7, column: 'record_id' }]);
  });

  test('taken again changes nothing, and a row of the same key takes the place of the earlier one', async () => {
    const rows = await expectTaken(csv(vehicle(), second));
    expect(await expectTaken(csv(vehicle(), second))).toEqual(rows);
    const changed = await expectTaken(csv(vehicle({ plate_no: '渝B1' }), vehicle({ record_id: 'V3' })));
    expect(changed.map((row) => [row['record_id'], row['plate_no']])).toEqual([
      ['V1', '渝B1'],
      ['V2', '渝A12345'],
      ['V3', '渝A12345'],
    ]);
    expect(await desk.state('vehicles')).toMatchObject({ records: 3 });
  });

  test('takes the place of all rows, where it is to replace them', async () => {
    await expectTaken(csv(vehicle(), second));
    const rows = await expectTaken(csv(vehicle({ record_id: 'V3' })), { replace: true });
    expect(rows.map((row) => row['record_id'])).toEqual(['V3']);
    expect(await desk.state('vehicles')).toMatchObject({ records: 1 });
  });

  test('stands for the instant given, or else for the time of its import', async () => {
    const asOf = new Date('2018-05-31T08:30:00+08:00');
    await expectTaken(csv(vehicle()), { asOf, source: 'sample' });
    expect(await desk.state('vehicles')).toMatchObject({
      as_of: asOf.getTime(),
      filled_at: now.getTime(),
      source: 'sample',
    });
    await expectTaken(csv(vehicle()));
    expect(await desk.state('vehicles')).toMatchObject({ as_of: now.getTime(), source: 'exchange' });
  });

  test('of a header alone fills the registry with nothing', async () => {
    const [header = ''] = csv(vehicle()).split('\n');
    expect(await expectTaken(lines(header))).toEqual([]);
    expect(await desk.state('vehicles')).toMatchObject({ records: 0, as_of: now.getTime() });
    expect(told(await desk.take({ 'vehicles.csv': header }))).toEqual([
      'vehicles.csv: 0 rows, public-security vehicles, as of 2018-07-02T09:00:00+08:00',
    ]);
  });

  test('with an old number of 15 digits names the same person', async () => {
    const [row] = await expectTaken(csv(vehicle({ owner_id_number: oldForm(people.an) })));
    expect(row).toMatchObject({ owner_person_id: idOf(people.an), owner_matched_by: 'ID_15' });
  });

  test('of another PERSON_KEY is refused, unless it replaces all rows', async () => {
    const rows = await expectTaken(csv(vehicle()));
    const options = { personKey: Buffer.alloc(32, 8) };
    const [report] = await desk.take({ 'vehicles.csv': csv(second) }, options);
    expect(report!.problems).toEqual([
      {
        what: 'the registry holds rows made under another PERSON_KEY',
        expected: 'the PERSON_KEY of the earlier import, or --replace',
      },
    ]);
    expect(await desk.rows('vehicles')).toEqual(rows);
    await expectTaken(csv(second), { ...options, replace: true });
  });

  test('may refer to a household of an earlier import', async () => {
    await desk.take({ 'households.csv': csv(household(), household({ household_id: 'h1' })) });
    const files = { 'members.csv': csv(member(), member({ household_id: 'h1' })) };
    expect(told(await desk.take(files))).toEqual([
      'members.csv: 2 rows, civil-affairs members, as of 2018-07-02T09:00:00+08:00',
    ]);
  });

  test('of many rows is taken whole, and its reading told as it goes', async () => {
    const progress: number[] = [];
    const rows = Array.from({ length: 5000 }, (_, at) => vehicle({ record_id: `V${at}` }));
    await expectTaken(csv(...rows), { onProgress: ({ read, size }) => progress.push(read / size) });
    expect(await desk.state('vehicles')).toMatchObject({ records: 5000 });
    expect(progress.length).toBeGreaterThan(5);
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(progress.at(-1)).toBe(1);
  });
});
