import { pino } from 'pino';
import { personKey } from '../../schema/config/keys';
import { rmSync } from 'node:fs';
import { departments } from '../../subgraphs';
import { connectDatabase, type Database } from '../../subgraphs/runtime/database/connect-database';
import { databaseSettings } from '../../subgraphs/runtime/database/database-settings';
import { keepsRegistries } from '../../subgraphs/runtime/define-subgraph';
import { importFolder } from '../../subgraphs/runtime/import/import-folder';
import { openDepartment } from '../../subgraphs/runtime/serve/open-department';
import type { TestDatabases } from '../support/databases';
import { writeExchangeFiles, type Registries } from '../support/exchange-files';
import { family, resident, someone, together, vehicle } from '../support/family';

/** So many families who have signed, every third of whom has a vehicle that somebody has to look at. */
export function manyFamilies(count: number): Registries {
  const families = Array.from({ length: count }, (_, index) => {
    const person = someone('尹某');
    const declared = family(`YB-2018-${10_000 + index}`, [person], {
      program: 'MINIMUM_LIVING_ALLOWANCE',
      declared_financial_assets: '0.00',
    });
    const registered = resident(`R-${index}`, person);
    return index % 3 === 0
      ? together(declared, registered, vehicle(`V-${index}`, person))
      : together(declared, registered);
  });
  return together(...families);
}

/** Fills every registry of a deployment that is not running, most of them with nothing. */
export async function fillRegistries({ config }: TestDatabases, registries: Registries): Promise<void> {
  const now = new Date();
  for (const subgraph of departments.filter(keepsRegistries)) {
    const opened = await openDepartment(subgraph, { config, logger: pino({ level: 'silent' }) });
    const tables = subgraph.registries.map(({ table, columns }) => ({
      table,
      rows: registries[table] ?? [],
      header: columns.map(({ name }) => name),
    }));
    const directory = writeExchangeFiles(
      Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
      Object.fromEntries(tables.map(({ table, header }) => [table, header])),
    );
    const reports = await importFolder({
      ...{ directory, departments: [opened], personKey: personKey(config) },
      ...{ asOf: now, clock: () => now, source: 'exchange' },
    });
    rmSync(directory, { recursive: true });
    await opened.close();
    const problems = reports.flatMap((report) => report.problems);
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  }
}

/** The check centre's own records, read beside whoever writes them. */
export function openRecords({ config }: TestDatabases): Promise<Database> {
  const settings = databaseSettings(config, 'verification');
  return connectDatabase({ settings, migrations: [], asItStands: true });
}

/** How much has been kept: every household comes to seven events. */
export async function eventsKept({ select }: Database): Promise<number> {
  const [row] = await select('SELECT COUNT(*) AS events FROM verification_events');
  return Number(row?.['events']);
}

/** How many households of a batch have not been verified; null while some are still searched for. */
export async function householdsLeft({ select }: Database, batchId: string): Promise<number | null> {
  const [batch] = await select('SELECT is_searched FROM batches WHERE id = ?', [batchId]);
  if (Number(batch?.['is_searched']) !== 1) return null;
  const [row] = await select(
    "SELECT COUNT(*) AS households FROM batch_households WHERE batch_id = ? AND state <> 'DONE'",
    [batchId],
  );
  return Number(row?.['households']);
}

/** One verification as its tables have it. */
export interface Kept {
  readonly householdId: string;
  readonly state: string;
  readonly version: number;
  readonly isHeld: boolean;
  /** Its events' numbers, steps and states, in order. */
  readonly events: readonly { readonly sequence: number; readonly step: string; readonly state: string }[];
  /** Its attempts, such as `MUNICIPAL 1`, in order. */
  readonly attempts: readonly string[];
  /** The numbers of its reports' versions. */
  readonly reports: readonly number[];
}

/** Everything that is kept, verification by verification. */
export async function allKept({ select }: Database): Promise<readonly Kept[]> {
  const events = grouped(
    await select('SELECT verification_id, sequence, step, event FROM verification_events ORDER BY sequence'),
  );
  const attempts = grouped(
    await select(
      'SELECT verification_id, run, tier, number FROM registry_attempts ORDER BY tier DESC, number',
    ),
  );
  const reports = grouped(await select('SELECT verification_id, version FROM reports ORDER BY version'));
  const rows = await select(
    'SELECT id, household_id, state, version, due_at, lease_by FROM verifications ORDER BY household_id',
  );
  return rows.map((row) => ({
    householdId: String(row['household_id']),
    state: String(row['state']),
    version: Number(row['version']),
    isHeld: row['lease_by'] !== null || row['due_at'] !== null,
    events: (events.get(row['id']) ?? []).map(({ sequence, step, event }) => ({
      sequence: Number(sequence),
      step: String(step),
      state: (JSON.parse(String(event)) as { state: string }).state,
    })),
    attempts: (attempts.get(row['id']) ?? []).map(
      ({ run, tier, number }) => `${String(tier)} ${String(run)}.${String(number)}`,
    ),
    reports: (reports.get(row['id']) ?? []).map(({ version }) => Number(version)),
  }));
}

type Rows = Awaited<ReturnType<Database['select']>>;

function grouped(rows: Rows): ReadonlyMap<unknown, Rows> {
  const groups = new Map<unknown, Rows>();
  for (const row of rows)
    groups.set(row['verification_id'], [...(groups.get(row['verification_id']) ?? []), row]);
  return groups;
}
