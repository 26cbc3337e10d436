import { AsyncLocalStorage } from 'node:async_hooks';
import { rmSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Ledger } from '../../gateway/ledger/ledger';
import { openGraph, type Graph, type GraphOptions } from '../../gateway/main';
import { personKey } from '../../schema/config/keys';
import type { Config } from '../../schema/config/read-config';
import { parseIdNumber } from '../../schema/values/id-number';
import { personIdOf } from '../../schema/values/person-id';
import type { Department } from '../../schema/wire/graphql-exchange';
import { departments } from '../../subgraphs';
import { importFolder } from '../../subgraphs/runtime/import/import-folder';
import type { Registry } from '../../subgraphs/runtime/registry/registry';
import type { OpenDepartment } from '../../subgraphs/runtime/serve/open-department';
import { ask, type Asked, type AskOptions } from './ask';
import { check, type Told } from './check';
import { testDatabases, type DatabaseKind, type TestDatabases } from './databases';
import { writeExchangeFiles, type Registries } from './exchange-files';
import { testLogger } from './test-logger';

// A district takes a second to open, and several where other suites keep the machine busy.
jest.setTimeout(60_000);

/** What the registries hold. */
export interface Holdings {
  readonly registries: Registries;
  /** Registries, by file name, that nobody ever filled. All others are filled, if only with nothing. */
  readonly neverFilled?: readonly string[];
  /** When the data of a registry, by file name, was true; at the time of the clock where left out. */
  readonly asOf?: Readonly<Record<string, Date>>;
}

export interface DistrictOptions extends Holdings {
  readonly kind?: DatabaseKind;
  /** The departments that answer; all where left out. The fewer, the sooner a district is open. */
  readonly departments?: readonly string[];
  readonly instead?: ReadonlyMap<string, Department>;
  /** In the place of the district's own ledger. */
  readonly ledger?: Ledger;
  /** In the place of the log that the canary reads. */
  readonly logger?: Logger;
  readonly settings?: Readonly<Record<string, string>>;
  /** In the place of a clock that stands still at `now`. */
  readonly clock?: () => Date;
}

/** What a department's database was asked while the graph answered. */
export interface LookUp {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** A district with its data, asked in this process. */
export interface District {
  readonly graph: Graph;
  readonly databases: TestDatabases;
  /** Every SQL statement since the last `forget`, but for those of departments that look for work by themselves. */
  readonly statements: string[];
  /** Those of them by which departments answered, with their values. Never to be printed: see `timesAsked`. */
  readonly lookUps: LookUp[];
  forget(): void;
  /** Empties the registries and fills them anew. */
  fill(holdings: Holdings): Promise<void>;
  ask(query: string, options?: AskOptions): Promise<Asked>;
  /** Asks one registry, such as `assets.vehicles`, about a household. */
  check(registry: string, household: string, options?: AskOptions): Promise<Told>;
  personId(idNumber: string): string;
  department(name: string): OpenDepartment;
  close(): Promise<void>;
}

/** The moment at which all graph tests run. */
export const now = new Date('2018-07-02T09:00:00+08:00');

/** Whatever follows from the opening of a district, such as a department's looking for work every now and then. */
const opening = new AsyncLocalStorage<true>();

/** What is asked here is not how long an answer takes: a busy machine must not make registries UNAVAILABLE. */
const patience = {
  REQUEST_DEADLINE_MS: '30000',
  DEPARTMENT_DEADLINE_MS: '20000',
  // Nor how often one that fails is asked.
  BREAKER_CALLS: '1000000',
};

/** Opens the whole graph in this process over fresh databases that hold the given rows. */
export async function openDistrict(options: DistrictOptions): Promise<District> {
  const databases = testDatabases(options.kind ?? 'SQLite', { ...patience, ...options.settings });
  const statements: string[] = [];
  const lookUps: LookUp[] = [];
  const graphOptions: GraphOptions = {
    config: databases.config,
    logger: options.logger ?? testLogger,
    clock: options.clock ?? (() => now),
    ...(options.ledger ? { ledger: options.ledger } : {}),
    onStatement: (sql) => void (isAsked() && statements.push(sql)),
    instead: new Map([...closedBeside(options.departments ?? departmentNames), ...(options.instead ?? [])]),
  };
  const graph = await opening.run(true, () => openGraph(graphOptions));
  for (const { database } of graph.departments) {
    const select = database.select.bind(database);
    jest.spyOn(database, 'select').mockImplementation((sql, values = []) => {
      if (isAsked()) lookUps.push({ sql, values });
      return select(sql, values);
    });
  }
  const forget = () => {
    statements.length = 0;
    lookUps.length = 0;
  };
  const standing = new Set<string>();
  const fillAll = async (holdings: Holdings) => {
    await Promise.all(
      graph.departments.map((department) => fill(department, databases.config, holdings, standing)),
    );
    forget();
  };
  await fillAll(options);
  return {
    graph,
    databases,
    statements,
    lookUps,
    forget,
    fill: fillAll,
    ask: (query, asked) => ask(graph, query, asked),
    check: (registry, household, asked) => check(graph, registry, household, asked),
    personId: (number) => personIdOf(parseIdNumber(number).number, personKey(databases.config)),
    department: (name) => {
      const found = graph.departments.find(({ subgraph }) => subgraph.name === name);
      if (!found) throw new Error(`${name} does not answer in this process`);
      return found;
    },
    close: async () => {
      await graph.close();
      await databases.remove();
    },
  };
}

/** Whether a test asks, and no department by itself. */
const isAsked = () => opening.getStore() === undefined;

/** In the place of every department but these, one that fails whoever asks it. */
function closedBeside(open: readonly string[]): ReadonlyMap<string, Department> {
  const refuse = () => Promise.reject(new Error('the test has not opened this department'));
  const closed: Department = { execute: refuse, status: refuse };
  return new Map(departmentNames.filter((name) => !open.includes(name)).map((name) => [name, closed]));
}

/** `standing` are the registries that were filled with nothing; to be filled with nothing again, they stay. */
async function fill(
  { subgraph, database }: OpenDepartment,
  config: Config,
  { registries, neverFilled = [], asOf = {} }: Holdings,
  standing: Set<string>,
): Promise<void> {
  for (const registry of subgraph.registries) {
    const { name, table } = registry;
    const rows = registries[table] ?? [];
    const isNothing = rows.length === 0 && !asOf[table] && !neverFilled.includes(table);
    if (isNothing && standing.has(table)) continue;
    await database.session(async ({ run }) => {
      await run(`DELETE FROM ${table}`);
      await run('DELETE FROM registry_state WHERE registry = ?', [name]);
    });
    if (!neverFilled.includes(table)) {
      await importRows({ subgraph, database }, registry, rows, config, asOf[table] ?? now);
    }
    if (isNothing) standing.add(table);
    else standing.delete(table);
  }
}

async function importRows(
  department: Pick<OpenDepartment, 'subgraph' | 'database'>,
  { table, columns }: Registry,
  rows: readonly Readonly<Record<string, string>>[],
  config: Config,
  asOf: Date,
): Promise<void> {
  const directory = writeExchangeFiles({ [table]: rows }, { [table]: columns.map(({ name }) => name) });
  const reports = await importFolder({
    directory,
    departments: [department],
    personKey: personKey(config),
    asOf,
    clock: () => now,
    source: 'exchange',
  });
  rmSync(directory, { recursive: true });
  const problems = reports.flatMap((report) => report.problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}

/** How many times a statement to this table carried this value, counting each statement. */
export function timesAsked({ lookUps }: District, table: string, value: string): number[] {
  return lookUps
    .filter(({ sql }) => sql.includes(` FROM ${table} `))
    .map(({ values }) => values.flatMap(keysIn).filter((given) => given === value).length);
}

/** On SQLite one value holds all keys of a look-up. */
function keysIn(value: unknown): readonly unknown[] {
  return typeof value === 'string' && value.startsWith('[') ? (JSON.parse(value) as unknown[]) : [value];
}

/** The file names of all registries. */
export const allRegistries = departments.flatMap(({ registries }) => registries.map(({ table }) => table));

/** Civil affairs and public security, by which most of the graph can be shown. */
export const twoDepartments = ['civil-affairs', 'public-security'] as const;

/** The names of all departments. */
export const departmentNames = departments.map(({ name }) => name);
