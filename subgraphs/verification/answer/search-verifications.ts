import { calendarDateOf } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import type { Row, SqlValue } from '../../runtime/database/open-database';
import type { Office } from '../office';
import { inDivision, isNotFollowed, withinDivisions, type Condition } from '../store/conditions';
import type { Verification } from '../process/verification';
import { placesFor, readVerifications, type Run } from '../store/read-verification';
import { page, type Page, type PageArguments } from './page';

export interface VerificationFilter {
  readonly states?: readonly string[] | null;
  readonly program?: string | null;
  readonly divisionCode?: string | null;
  readonly householdId?: string | null;
  readonly kind?: string | null;
  readonly outcome?: string | null;
  readonly overdue?: boolean | null;
}

/** Verifications that the caller may see, newest first. */
export function searchVerifications(
  { select, clock }: Office,
  { filter, ...asked }: PageArguments & { readonly filter?: VerificationFilter | null },
  { divisions }: Caller,
): Promise<Page<Verification>> {
  return page(
    select,
    {
      select: 'SELECT id, accepted_at FROM verifications',
      conditions: [...conditionsOf(filter ?? {}, calendarDateOf(clock())), ...withinDivisions(divisions)],
      orderedBy: 'accepted_at',
      direction: 'DESC',
    },
    asked,
    (rows) => verificationsOf(select, rows),
  );
}

/** Families that draw assistance and are to be looked at again by a day, unless that is going on; the longest due first. */
export function dueRechecks(
  { select, clock }: Office,
  { by, ...asked }: PageArguments & { readonly by?: string | null },
  { divisions }: Caller,
): Promise<Page<Verification>> {
  return page(
    select,
    {
      select: 'SELECT id, next_recheck_on FROM verifications v',
      conditions: [
        { sql: "state = 'MONITORED' AND next_recheck_on <= ?", values: [by ?? calendarDateOf(clock())] },
        isNotFollowed,
        ...withinDivisions(divisions),
      ],
      orderedBy: 'next_recheck_on',
      direction: 'ASC',
    },
    asked,
    (rows) => verificationsOf(select, rows),
  );
}

export async function verificationsOf(
  run: Run,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, Verification>> {
  const ids = rows.map(({ id }) => String(id));
  const verifications = await readVerifications(run, ids);
  return new Map(verifications.map((verification) => [verification.id, verification]));
}

function conditionsOf(filter: VerificationFilter, today: string): readonly Condition[] {
  const { states, program, divisionCode, householdId, kind, outcome, overdue } = filter;
  const equal = (column: string, value: SqlValue | undefined): Condition[] =>
    value ? [{ sql: `${column} = ?`, values: [value] }] : [];
  return [
    ...(states ? [inStates(states)] : []),
    ...equal('program', program),
    ...(divisionCode ? [inDivision(divisionCode)] : []),
    ...equal('household_id', householdId),
    ...equal('kind', kind),
    ...equal('outcome', outcome),
    ...(typeof overdue === 'boolean' ? [isOverdue(overdue, today)] : []),
  ];
}

function inStates(states: readonly string[]): Condition {
  return states.length > 0
    ? { sql: `state IN (${placesFor(states)})`, values: states }
    : { sql: '1 = 0', values: [] };
}

function isOverdue(overdue: boolean, today: string): Condition {
  return overdue
    ? { sql: 'deadline_on < ?', values: [today] }
    : { sql: '(deadline_on IS NULL OR deadline_on >= ?)', values: [today] };
}
