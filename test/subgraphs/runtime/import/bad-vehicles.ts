import { csv, lines, misspelt, people, vehicle } from './exchange-rows';

const numberExpected = '18 digits with a GB 11643 check character, or 15 digits';
const good = csv(vehicle(), vehicle({ record_id: 'V2' }));
const [header = '', firstRow = '', secondRow = ''] = good.split('\n');
const columns = expect.stringMatching(/^record_id \(记录编号\), .*, assessed_value\? \(评估价值\)$/);

const encoding = 'UTF-8 or GB18030';
const cellOf = (number: string) => csv(vehicle(), vehicle({ record_id: 'V2', owner_id_number: number }));
const broken = (text: string, character: string) => {
  const bytes = Buffer.from(text);
  bytes[bytes.indexOf(character) + 2] = 0x2e;
  return bytes;
};

type BadFile = readonly [file: string | Buffer, place: string, what: string, expected: unknown];

/** By what is bad: a file of vehicles, the place that is told, what is wrong with it, what is expected. */
export const badVehicles: Readonly<Record<string, BadFile>> = {
  'an unknown column': [
    lines(`${header},colour`, `${firstRow},red`),
    ':1: colour',
    'there is no such column',
    columns,
  ],
  'a column without a name': [
    lines(`${header},`, `${firstRow},`),
    ':1: column 12',
    'there is no such column',
    columns,
  ],
  'an identity number for a column’s name': [
    lines(`${header},${people.an}`, `${firstRow},x`),
    ':1: column 12',
    'there is no such column',
    columns,
  ],
  'a column under both of its names': [
    lines(`${header},号牌号码`, `${firstRow},渝A1`),
    ':1: 号牌号码',
    'the column stands twice',
    'each column once',
  ],
  'a missing column': [
    csv({ record_id: 'V1' }).replace('record_id', header.replace(',plate_no', '')),
    ':1: plate_no',
    'the column is missing',
    'plate_no or 号牌号码',
  ],
  'a row of data where the header should be': [
    lines(firstRow, secondRow),
    ':1',
    'none of the columns is known',
    expect.stringMatching(/^a header row of record_id \(记录编号\), /),
  ],
  'a wrong check character': [
    cellOf(misspelt(people.bo)),
    ':3: owner_id_number',
    'the check character is wrong',
    numberExpected,
  ],
  'a number of 14 digits': [
    cellOf(people.bo.slice(0, 14)),
    ':3: owner_id_number',
    'it has 14 characters',
    numberExpected,
  ],
  'a number of 16 digits': [
    cellOf(people.bo.slice(0, 16)),
    ':3: owner_id_number',
    'it has 16 characters',
    numberExpected,
  ],
  'no number at all': [
    cellOf(' '),
    ':3: owner_id_number',
    'the cell is empty',
    '18 characters with a GB 11643 check character, or the 15 digits of an old number',
  ],
  'a date that does not exist': [
    csv(vehicle(), vehicle({ first_registered_on: '2015-02-29' })),
    ':3: first_registered_on',
    'the calendar has no such day',
    'a date as YYYY-MM-DD, YYYYMMDD or YYYY/M/D',
  ],
  'an amount of three decimals': [
    csv(vehicle(), vehicle({ assessed_value: '41000.505' })),
    ':3: assessed_value',
    'it has more than two decimals',
    expect.stringMatching(/^an amount in yuan, .*, such as 546\.00$/),
  ],
  'a word that is none': [
    csv(vehicle({ disability_adapted: '也许' })),
    ':2: disability_adapted',
    'it is neither a yes nor a no',
    expect.stringContaining('是'),
  ],
  'a code of another form': [
    csv(vehicle({ plate_type: '2' })),
    ':2: plate_type',
    'the code has another form',
    'a GA 24.7 code of two digits',
  ],
  'a key twice': [
    csv(vehicle(), vehicle({ record_id: 'V2' }), vehicle({ plate_no: '渝B2' })),
    ':4: record_id',
    'the same record_id already stands in line 2',
    'each once',
  ],
  'a quote inside a cell': [
    lines(header, firstRow, secondRow.replace('渝A12345', '渝"A12345')),
    ':3: plate_no',
    'a quote stands inside a cell',
    'a cell with a quote in it to be quoted whole, with that quote written twice',
  ],
  'a quote that is closed too early': [
    lines(header, firstRow, secondRow.replace('渝A12345', '"渝A1"2345')),
    ':3: plate_no',
    'a quote stands inside a cell',
    expect.any(String),
  ],
  'a quote that is never closed': [
    lines(header, firstRow, secondRow.replace('渝A12345', '"渝A12345')),
    ':3: plate_no',
    'a quote is never closed',
    'quotes in pairs',
  ],
  'not a byte': ['', ':1', 'the file is empty', expect.stringMatching(/^a header row of record_id/)],
  'a byte order mark alone': [
    '\uFEFF',
    ':1',
    'the file is empty',
    expect.stringMatching(/^a header row of record_id/),
  ],
  'blank lines alone': ['\n\r\n\n', ':1', 'the file is empty', expect.stringMatching(/^a header row of/)],
  'UTF-16': [Buffer.from(`\uFEFF${good}`, 'utf16le'), ':1', 'the file is in UTF-16', encoding],
  'UTF-16 without its mark': [
    Buffer.from(good, 'utf16le'),
    ':1',
    'there is a NUL byte, which no text has',
    encoding,
  ],
  'a broken character in UTF-8': [
    broken(good, '安'),
    ':2: owner_name',
    'a character is broken in a file of UTF-8',
    encoding,
  ],
  'bytes of no encoding': [
    Buffer.concat([Buffer.from(lines(header)), Buffer.from(firstRow, 'latin1'), Buffer.from([0xff, 0xff])]),
    ':2: assessed_value',
    'the bytes are neither UTF-8 nor GB18030',
    encoding,
  ],
  'a NUL byte': [
    good.replace('渝A12345', '渝A\0'),
    ':2: plate_no',
    'there is a NUL byte, which no text has',
    encoding,
  ],
  'a row of too many cells': [
    lines(header, firstRow, `${secondRow},1`),
    ':3',
    'the row has 12 cells',
    '11, as the header row has',
  ],
  'a row of too few cells': [
    lines(header, firstRow, 'V2,'),
    ':3',
    'the row has 2 cells',
    '11, as the header row has',
  ],
  'a row of too many bytes': [
    lines(header, firstRow, secondRow.replace('长安牌', '长'.repeat(30_000))),
    ':3: brand_model',
    'the row is too long, or a quote in it is never closed',
    'rows of at most 65,536 bytes',
  ],
  'a line without an end': [
    `${lines(header)}${'V'.repeat(2_000_000)}`,
    ':2',
    'the row is too long, or a quote in it is never closed',
    'rows of at most 65,536 bytes',
  ],
};
