import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { householdAt, type Household } from './household';
import { exchangeFiles } from './registries';
import type { Cell, ExchangeFile } from './registries/exchange-file';
import { draftSuffix, openSampleFolder } from './sample-folder';
import type { SampleArguments } from './sample-arguments';
import type { SampleOptions } from './sample-options';

/** Rows of one file that are written at a time: memory is the same for any number of households. */
const batch = 250;

/**
 * Writes the exchange files of a district, and gives the rows of each. Files get their names when all are whole,
 * so that a district that was broken off is not imported for a smaller one. Files of an earlier sample are
 * replaced. `onHousehold` is told how many are done.
 * @throws UsageError for a folder that holds other files.
 */
export function writeDistrict(
  { directory, ...options }: SampleArguments,
  onHousehold: (done: number) => void = () => undefined,
): ReadonlyMap<string, number> {
  return writeHouseholds(directory, householdsOf(options), onHousehold);
}

/** Writes the exchange files of these households likewise, of whichever districts they are. */
export function writeHouseholds(
  directory: string,
  households: Iterable<Household>,
  onHousehold: (done: number) => void = () => undefined,
): ReadonlyMap<string, number> {
  openSampleFolder(directory);
  const writers = exchangeFiles.map((file) => new FileWriter(file, directory));
  try {
    let done = 0;
    for (const household of households) {
      for (const writer of writers) writer.add(writer.file.rows(household));
      onHousehold((done += 1));
    }
    for (const writer of writers) writer.flush();
  } finally {
    for (const writer of writers) writer.close();
  }
  for (const writer of writers) writer.publish();
  return new Map(writers.map(({ file, rows }) => [file.name, rows]));
}

function* householdsOf(options: SampleOptions): Generator<Household> {
  for (let index = 0; index < options.households; index += 1) yield householdAt(options, index);
}

class FileWriter {
  rows = 0;
  readonly #path: string;
  readonly #descriptor: number;
  #pending: Cell[][] = [];

  constructor(
    readonly file: ExchangeFile,
    directory: string,
  ) {
    this.#path = join(directory, file.name);
    this.#descriptor = openSync(this.#path + draftSuffix, 'w');
    this.#pending.push([...file.columns]);
    this.add(file.opening());
  }

  add(rows: readonly Cell[][]): void {
    for (const row of rows) this.#pending.push(row);
    this.rows += rows.length;
    if (this.#pending.length >= batch) this.flush();
  }

  flush(): void {
    let bytes = Buffer.from(stringify(this.#pending));
    this.#pending = [];
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(this.#descriptor, bytes));
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  publish(): void {
    renameSync(this.#path + draftSuffix, this.#path);
  }
}
