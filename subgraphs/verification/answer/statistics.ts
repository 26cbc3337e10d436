import { calendarDateOf, type CalendarDate } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Outcome } from '../../eligibility/engine/assessment';
import { programs, type Program, type RegistryName } from '../../eligibility/engine/facts/facts';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';
import type { Office } from '../office';
import { withinDivisions, type Condition } from '../store/conditions';
import type { Counts } from '../statistics/counts';
import { halfYearsOf, type HalfYear } from '../statistics/half-years';
import { reachesOf } from '../statistics/reach';
import { sumOfTold } from '../statistics/sum-of-told';
import { suppress, unsuppressed } from '../statistics/suppress';

export interface StatisticsArguments {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What the reports of a time came to. Throws STATISTICS_RANGE_INVALID. */
export async function statistics(
  office: Office,
  { from, to }: StatisticsArguments,
  { role, divisions }: Caller,
) {
  const isVerifier = role === 'verifier';
  const times = isVerifier ? [{ from, to }] : halfYearsOf(from, to);
  const today = calendarDateOf(office.clock());
  // Of a time that is not over, two tables of two days would tell of whoever came between.
  const isOver = isVerifier || to < today;
  if (from > to || !times || !isOver) throw catalogueError('STATISTICS_RANGE_INVALID');
  const tables = await Promise.all(
    times.map((time) => countsOf(office, [within(time), ...withinDivisions(divisions)])),
  );
  const reaches = reachesOf(office.policies);
  const told = tables.map((counts) => (isVerifier ? unsuppressed(counts) : suppress(counts, reaches)));
  return { from, to, ...sumOfTold(told) };
}

function within({ from, to }: HalfYear): Condition {
  return { sql: 'reported_on BETWEEN ? AND ?', values: [from, to] };
}

async function countsOf({ select }: Office, conditions: readonly Condition[]): Promise<Counts<number>> {
  const where = conditions.map(({ sql }) => sql).join(' AND ');
  const values = conditions.flatMap((condition) => condition.values);
  const [byProgram, byOutcome, byMark] = await Promise.all([
    select(
      'SELECT program, COUNT(*) AS households, SUM(members) AS persons FROM verifications ' +
        `WHERE ${where} GROUP BY program`,
      values,
    ),
    select(
      `SELECT outcome, COUNT(*) AS households FROM verifications WHERE ${where} GROUP BY outcome`,
      values,
    ),
    select(
      'SELECT m.kind, m.mark, COUNT(*) AS households FROM verifications ' +
        `JOIN report_marks m ON m.verification_id = id WHERE ${where} ` +
        'GROUP BY m.kind, m.mark ORDER BY households DESC, m.mark',
      values,
    ),
  ]);
  const households = (rows: typeof byMark, column: string, value: string) =>
    Number(rows.find((row) => row[column] === value)?.['households'] ?? 0);
  const marked = (kind: string) =>
    byMark
      .filter((row) => row['kind'] === kind)
      .map((row) => ({ mark: String(row['mark']), households: Number(row['households']) }));
  return {
    programs: programs.map((program: Program) => ({
      program,
      households: households(byProgram, 'program', program),
      persons: Number(byProgram.find((row) => row['program'] === program)?.['persons'] ?? 0),
    })),
    outcomes: outcomes.map((outcome) => ({ outcome, households: households(byOutcome, 'outcome', outcome) })),
    findings: marked('FINDING').map(({ mark, ...count }) => ({ code: mark as RuleCode, ...count })),
    silentRegistries: marked('SILENT').map(({ mark, ...count }) => ({
      registry: mark as RegistryName,
      ...count,
    })),
  };
}

const outcomes: readonly Outcome[] = ['MEETS', 'FAILS', 'NEEDS_REVIEW', 'UNDETERMINED'];
