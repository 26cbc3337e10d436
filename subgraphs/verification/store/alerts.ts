import { formatInstant } from '../../../schema/values/instant';
import { BatchInsert } from '../../runtime/database/batch-insert';
import type { Row, Session } from '../../runtime/database/open-database';
import type { Alert as MaterialChange } from '../monitoring/alert';
import type { Verification } from '../process/verification';
import { placesFor, type Run } from './read-verification';

/** A material change with the number that it is told by. */
export interface RaisedAlert extends MaterialChange {
  readonly id: string;
}

/** An alert with what came of it. */
export interface Alert {
  readonly id: string;
  readonly verificationId: string;
  readonly kind: string;
  readonly person: { readonly id: string } | null;
  readonly message: string;
  readonly raisedAt: string;
  /** Null while nobody has looked. */
  readonly handling: {
    readonly resolution: string;
    readonly note: string;
    readonly at: string;
    readonly by: string;
  } | null;
}

/** Every alert, beside what came of it. */
export const selectAlerts =
  'SELECT id, verification_id, kind, person_id, message, raised_at, resolution, note, at, by_subject FROM alerts ' +
  'LEFT JOIN alert_handlings ON alert_id = id';

/** Adds the alerts that a re-check raised. */
export async function insertAlerts(
  session: Session,
  { id: verificationId, application: { divisionCode } }: Verification,
  alerts: readonly RaisedAlert[],
  now: Date,
): Promise<void> {
  await BatchInsert.all(
    session,
    'alerts',
    ['id', 'verification_id', 'division_code', 'kind', 'person_id', 'message', 'raised_at'],
    alerts.map(({ id, kind, person, message }) => [
      ...[id, verificationId, divisionCode, kind, person, message],
      now.getTime(),
    ]),
  );
}

/** The alerts of verifications, oldest first. */
export async function alertsOfVerifications(
  run: Run,
  verificationIds: readonly string[],
): Promise<readonly Alert[]> {
  const rows = await run(
    `${selectAlerts} WHERE verification_id IN (${placesFor(verificationIds)}) ORDER BY raised_at, id`,
    verificationIds,
  );
  return rows.map(alertOf);
}

/** One alert; null where there is none. */
export async function readAlert(run: Run, id: string): Promise<Alert | null> {
  const [row] = await run(`${selectAlerts} WHERE id = ?`, [id]);
  return row ? alertOf(row) : null;
}

/** An alert of a row of `selectAlerts`. */
export function alertOf(row: Row): Alert {
  const person = row['person_id'];
  return {
    id: String(row['id']),
    verificationId: String(row['verification_id']),
    kind: String(row['kind']),
    person: person === null ? null : { id: String(person) },
    message: String(row['message']),
    raisedAt: instantOf(row['raised_at']),
    handling:
      row['resolution'] === null
        ? null
        : {
            resolution: String(row['resolution']),
            note: String(row['note']),
            at: instantOf(row['at']),
            by: String(row['by_subject']),
          },
  };
}

function instantOf(milliseconds: unknown): string {
  return formatInstant(new Date(Number(milliseconds)));
}
