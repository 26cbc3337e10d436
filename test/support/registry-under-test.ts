import { rmSync } from 'node:fs';
import { personKey } from '../../schema/config/keys';
import { importFolder } from '../../subgraphs/runtime/import/import-folder';
import type { DatabaseKind } from './databases';
import { expectErrors } from './ask';
import { now, openDistrict, type District } from './district';
import { writeExchangeFiles, type Registries } from './exchange-files';
import { family, someone, together, type Someone } from './family';

type Cells = Readonly<Record<string, string>>;

/** Which registry, and a usual row of it. */
export interface Subject {
  readonly department: string;
  /** The exchange file's name without `.csv`. */
  readonly file: string;
  /** The check in the graph, such as `assets.realEstate`. */
  readonly check: string;
  /** The list of the check in which the registry's records stand; `records` where left out. */
  readonly list?: string;
  /** A row about a person, with every column that must be filled and no other. */
  readonly row: (person: Someone) => Cells;
  /** What the other registries hold. */
  readonly besides?: Registries;
}

/** One registry in a district with a household of one person. */
export interface RegistryUnderTest {
  readonly district: District;
  readonly person: Someone;
  /** Imports the rows in place of all others, and gives the household's records with these fields. */
  records(fields: string, ...rows: readonly Cells[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Imports a row for each word of a column, and gives for each word the value that a field then has. */
  words(column: string, field: string, words: readonly string[]): Promise<Readonly<Record<string, unknown>>>;
  /** What an import of one usual row with these cells has against it, column by column. */
  refused(cells: Cells): Promise<readonly string[]>;
  /** How the registry answers of two people without a row: one registered in the city, one elsewhere. */
  statuses(): Promise<{ readonly inTheCity: string; readonly elsewhere: string }>;
  close(): Promise<void>;
}

/** Opens a registry with nothing in it. */
export async function openRegistry(kind: DatabaseKind, subject: Subject): Promise<RegistryUnderTest> {
  const { check, list = 'records', besides = {} } = subject;
  const person = someone('尹某');
  const stranger = someone('外地人', { member: { residence_division: '510104' } });
  const registries = together(
    family('YB-1', [person]),
    family('YB-2', [someone('本地人')]),
    family('YB-3', [stranger]),
    besides,
  );
  const district = await openDistrict({
    kind,
    departments: ['civil-affairs', subject.department],
    registries,
  });
  const [namespace, field] = check.split('.');

  const records: RegistryUnderTest['records'] = async (fields, ...rows) => {
    expect(await importRows(district, subject, rows)).toEqual([]);
    const asked = await district.ask(
      `{ household(id: "YB-1") { namespace: ${namespace} { check: ${field} { status list: ${list} { ${fields} } } } } }`,
    );
    expectErrors(asked);
    const { namespace: found } = asked.data?.['household'] as {
      namespace: { check: { status: string; list: Readonly<Record<string, unknown>>[] } };
    };
    expect(found.check.status).toBe('FOUND');
    return found.check.list;
  };

  return {
    district,
    person,
    records,
    words: async (column, of, words) => {
      const rows = words.map((word, index) => ({
        ...subject.row(person),
        record_id: `W-${1000 + index}`,
        [column]: word,
      }));
      const found = await records(`recordId ${of}`, ...rows);
      return Object.fromEntries(words.map((word, index) => [word, found[index]?.[of]]));
    },
    refused: async (cells) => importRows(district, subject, [{ ...subject.row(person), ...cells }]),
    statuses: async () => ({
      inTheCity: (await district.check(check, 'YB-2')).status,
      elsewhere: (await district.check(check, 'YB-3')).status,
    }),
    close: () => district.close(),
  };
}

/** Imports rows under the names by which their cells stand, and gives what is wrong with them. */
async function importRows(
  district: District,
  { department, file }: Subject,
  rows: readonly Cells[],
): Promise<string[]> {
  const directory = writeExchangeFiles({ [file]: rows }, { [file]: Object.keys(rows[0] ?? {}) });
  const reports = await importFolder({
    directory,
    departments: [district.department(department)],
    personKey: personKey(district.databases.config),
    asOf: now,
    clock: () => now,
    replace: true,
  });
  rmSync(directory, { recursive: true });
  return reports.flatMap(({ problems }) => problems.map(({ column, what }) => `${column}: ${what}`));
}

/** A column takes these words, and each value that they stand for as itself. */
export async function expectWords(
  registry: RegistryUnderTest,
  column: string,
  field: string,
  words: Readonly<Record<string, string>>,
): Promise<void> {
  const expected = { ...words, ...Object.fromEntries(Object.values(words).map((value) => [value, value])) };
  expect(await registry.words(column, field, Object.keys(expected))).toEqual(expected);
}
