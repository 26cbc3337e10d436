import { databaseKinds } from '../../../support/databases';
import { openDesk, told, type Desk } from './exchange-desk';
import { badVehicles } from './bad-vehicles';
import { csv, household, member, oldForm, people, vehicle } from './exchange-rows';

const good = csv(vehicle(), vehicle({ record_id: 'V2' }));
const allFiles = expect.stringMatching(/^one of households\.csv, members\.csv, .*vehicles\.csv/);

describe.each(databaseKinds)('On %s, a file is refused whole', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
  });
  afterAll(() => desk.close());
  afterEach(() => desk.clear());

  async function expectRefused(
    files: Record<string, string | Buffer>,
    refused: { file: string; place: string; what: string; expected: unknown },
    table: string,
  ) {
    const reports = await desk.take(files);
    const report = reports.find(({ file }) => file === refused.file)!;
    const [problem] = report.problems;
    const said = told(reports).join('\n');
    expect(report).toMatchObject({ isFilled: false, written: 0, problemCount: 1 });
    expect(said).toContain(`${refused.file}${refused.place}: ${refused.what}; expected `);
    expect(problem).toMatchObject({ what: refused.what, expected: refused.expected });
    // Compared as booleans: a failing matcher would print the number.
    const numbers = Object.values(people).flatMap((number) => [number, number.slice(0, 14)]);
    expect(numbers.some((number) => said.includes(number))).toBe(false);
    expect(/测试|渝/.test(said)).toBe(false);
    expect(await desk.rows(table)).toEqual([]);
    expect(await desk.state(table)).toBeUndefined();
  }

  test.each(Object.keys(badVehicles))('for %s', async (name) => {
    const [content, place, what, expected] = badVehicles[name]!;
    const refused = { file: 'vehicles.csv', place, what, expected };
    await expectRefused({ 'vehicles.csv': content }, refused, 'vehicles');
  });

  test('for an unknown word', async () => {
    const files = {
      'households.csv': csv(household(), household({ household_id: 'H2', residence: '乡下' })),
    };
    const refused = {
      file: 'households.csv',
      place: ':3: residence',
      what: 'it is none of the accepted words',
      expected: 'one of URBAN, RURAL, 城镇, 农村',
    };
    await expectRefused(files, refused, 'households');
  });

  test('for a member of a household that is not there', async () => {
    const files = {
      'members.csv': csv(member(), member({ household_id: 'H9', id_number: people.bo })),
      'households.csv': csv(household()),
    };
    const refused = {
      file: 'members.csv',
      place: ':3: household_id',
      what: 'households has no such household_id',
      expected: 'one of households.csv or of an earlier import',
    };
    await expectRefused(files, refused, 'members');
  });

  test('for a member who stands twice, once under the old number', async () => {
    const files = {
      'households.csv': csv(household()),
      'members.csv': csv(
        member(),
        member({ id_number: people.bo }),
        member({ id_number: oldForm(people.an) }),
      ),
    };
    const refused = {
      file: 'members.csv',
      place: ':4: id_number',
      what: 'the same household_id and id_number already stand in line 2',
      expected: 'each once',
    };
    await expectRefused(files, refused, 'members');
  });

  test('for a name that no registry has', async () => {
    const reports = await desk.take({ 'cars.csv': good, 'vehicles.csv': good });
    expect(reports.map(({ file, isFilled }) => [file, isFilled])).toEqual([
      ['vehicles.csv', true],
      ['cars.csv', false],
    ]);
    expect(reports[1]!.problems).toEqual([{ what: 'no registry has this file', expected: allFiles }]);
  });

  test('and so is a folder without a file, or that is not there', async () => {
    const problem = (what: string) => [{ what, expected: allFiles }];
    expect((await desk.take({ 'notes.txt': '', 'vehicles.rejected.csv': '' }))[0]!.problems).toEqual(
      problem('there is no exchange file'),
    );
    const [report] = await desk.take({}, { directory: `${desk.folder}/none` });
    expect(report!.problems).toEqual(problem('the folder cannot be read (ENOENT)'));
  });

  test('with every bad cell told, by line and column, a hundred at most', async () => {
    const bad = vehicle({ plate_type: '?', disability_adapted: '?' });
    const rows = Array.from({ length: 1500 }, (_, at) => ({ ...bad, record_id: `V${at}` }));
    const reports = await desk.take({ 'vehicles.csv': csv(...rows, { ...vehicle(), record_id: 'V' }) });
    const said = told(reports);
    expect(reports[0]).toMatchObject({ rows: 1501, written: 0, problemCount: 3000 });
    expect(said).toHaveLength(102);
    expect(said.slice(0, 3).map((line) => line.split(': ').slice(0, 2))).toEqual([
      ['vehicles.csv:2', 'plate_type'],
      ['vehicles.csv:2', 'disability_adapted'],
      ['vehicles.csv:3', 'plate_type'],
    ]);
    expect(said.slice(-2)).toEqual([
      'vehicles.csv: and 2,900 more',
      'vehicles.csv: nothing imported, 3,000 problems',
    ]);
  });

  test('with what was bad before the place where it could be read no further', async () => {
    const bad = csv(vehicle({ plate_type: '?' }), vehicle({ plate_no: '"渝A1' }));
    const [report] = await desk.take({ 'vehicles.csv': bad }, { keepGood: true });
    expect(report).toMatchObject({ isFilled: false, rows: 1, problemCount: 2 });
    expect(report!.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'plate_type'],
      [3, 'plate_no'],
    ]);
    expect(desk.files()).toEqual(['vehicles.csv']);
  });

  test('and what the registry held stays', async () => {
    await desk.take({ 'vehicles.csv': good });
    const [rows, state] = [await desk.rows('vehicles'), await desk.state('vehicles')];
    await desk.take(
      { 'vehicles.csv': csv(vehicle({ record_id: 'V3' }), vehicle({ plate_type: '?' })) },
      { replace: true },
    );
    expect(await desk.rows('vehicles')).toEqual(rows);
    expect(await desk.state('vehicles')).toEqual(state);
  });
});
