import { syntheticIdNumber } from '../../../schema/values/synthetic-id-number';

/** Cells by English column name. */
export type Cells = Readonly<Record<string, string>>;

/** The people of the tests. None of them can exist. */
export const people = {
  an: syntheticIdNumber('1960-05-04', '012'),
  bo: syntheticIdNumber('1988-11-30', '027'),
  ci: syntheticIdNumber('2009-02-14', '101'),
};

/** The same number as the 15 digits of an old card. */
export function oldForm(number: string): string {
  return number.slice(0, 6) + number.slice(8, 17);
}

/** The same number with another check character. */
export function misspelt(number: string): string {
  return number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
}

export const vehicle = (cells: Cells = {}): Cells => ({
  record_id: 'V1',
  owner_id_number: people.an,
  owner_name: '测试安',
  plate_no: '渝A12345',
  plate_type: '02',
  vehicle_type: 'K33',
  brand_model: '长安牌SC7133',
  first_registered_on: '2015-03-09',
  status_flags: 'A',
  disability_adapted: '否',
  assessed_value: '41000.50',
  ...cells,
});

export const household = (cells: Cells = {}): Cells => ({
  household_id: 'H1',
  application_no: 'A-2018-1',
  program: '低保',
  applied_on: '2018-06-11',
  division_code: '500112001',
  address: '测试路1号',
  residence: '城镇',
  ...cells,
});

export const member = (cells: Cells = {}): Cells => ({
  household_id: 'H1',
  id_number: people.an,
  name: '测试安',
  role: '家庭成员',
  relation: '01',
  basis: '申请人',
  ...cells,
});

/** A file of rows, under the columns of the first. */
export function csv(...rows: readonly Cells[]): string {
  const names = Object.keys(rows[0] ?? {});
  return lines(names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(',')));
}

export function lines(...of: readonly string[]): string {
  return of.map((line) => `${line}\n`).join('');
}
