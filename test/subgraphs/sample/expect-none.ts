import type { Row } from './written-district';

/** No row may be left. They are told by their keys: an identity number belongs in no report. */
export function expectNone(rows: readonly Row[]): void {
  expect(rows.map((row) => row['record_id'] ?? row['household_id'] ?? row['credit_code'])).toEqual([]);
}
