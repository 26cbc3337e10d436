import { programs, type Program } from '../../../subgraphs/sample/families/programs';
import type { Statistics } from './counted-half-year';
import type { Latency } from './latency';
import type { Outage } from './outage';
import { totalOf, type Checks, type Table } from './published-table';

/** The half-year as the graph counted it, beside what was wanted. */
export function printedTable(counted: Statistics, table: Table): string {
  const row = (name: string, found: Checks | undefined, wanted: Checks) =>
    line(name, [found?.households, found?.persons, wanted.households, wanted.persons]);
  return [
    heading('program', ['households', 'people', 'wanted', 'wanted']),
    ...(Object.keys(programs) as Program[]).map((program) =>
      row(
        program,
        counted.programs.find((one) => one.program === program),
        table[program],
      ),
    ),
    row('together', counted.total, totalOf(table)),
  ].join('\n');
}

/** How many findings are listed. */
const commonest = 10;

/** What the reports came to. */
export function printedResults({ outcomes, findings, silentRegistries }: Statistics): string {
  return [
    heading('outcome', ['households']),
    ...outcomes.map(({ outcome, households }) => line(outcome, [households])),
    '',
    heading('commonest findings', ['households']),
    ...findings.slice(0, commonest).map(({ code, households }) => line(code, [households])),
    '',
    heading('registries that stayed silent', ['households']),
    ...silentRegistries.map(({ registry, households }) => line(registry, [households])),
  ].join('\n');
}

/** How many verifications a silent registry kept waiting. */
export function printedOutage({ on, table, hours }: Outage, waited: number): string {
  return `${table} silent for ${hours} hours on ${on}: ${waited} verifications asked again, and went on when it answered`;
}

/** How long each stage took, and all together. */
export function printedStages(lengths: ReadonlyMap<string, number>, whole: number): string {
  return [
    heading('stage', ['seconds']),
    ...[...lengths].map(([stage, length]) => line(stage, [seconds(length)])),
    line('whole', [seconds(whole)]),
  ].join('\n');
}

/** How long a caseworker waits for the head of a household. */
export function printedLatency(idle: Latency, busy: Latency): string {
  const row = (name: string, { count, p50, p95 }: Latency) =>
    line(name, [p50.toFixed(1), p95.toFixed(1), count]);
  return [
    heading('HouseholdSummary', ['p50 ms', 'p95 ms', 'asked']),
    row('idle', idle),
    row('while the half-year runs', busy),
  ].join('\n');
}

type Cell = number | string | undefined;

function line(name: string, cells: readonly Cell[]): string {
  const shown = cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : (cell ?? '-')));
  return name.padEnd(48) + shown.map((cell) => cell.padStart(12)).join('');
}

function heading(name: string, columns: readonly string[]): string {
  return line(name, columns);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
