import { calendarDateOf } from '../../../schema/values/calendar-date';
import { formatInstant } from '../../../schema/values/instant';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import { NoPolicyError } from '../../eligibility/policies/no-policy-error';
import type { Session } from '../../runtime/database/open-database';
import type { Office } from '../office';
import type { AcceptedApplication, Actor, Kind } from '../process/event';
import { declared, pathOf } from '../process/steps';
import { verificationOf, type Verification } from '../process/verification';
import { readVerification } from '../store/read-verification';
import type { DeclaredHousehold } from './declared-households';
import { newNumber } from './numbers';

/** How a household is taken up. */
export interface Acceptance {
  readonly household: DeclaredHousehold;
  readonly commissionedBy: string;
  readonly batchId: string | null;
  readonly by: Actor;
}

/**
 * A new verification of a household, not yet kept: a re-check where it draws assistance by an earlier one. Throws
 * VERIFICATION_OPEN where it has one that has not ended, and NO_POLICY_IN_FORCE where it could never be assessed.
 */
export async function accepted(
  office: Office,
  session: Session,
  { household, commissionedBy, batchId, by }: Acceptance,
  now: Date,
): Promise<Verification> {
  if ((await openVerification(session, household.householdId)) !== null) {
    throw catalogueError('VERIFICATION_OPEN');
  }
  const monitored = await monitoredVerification(session, household);
  const kind: Kind = monitored ? 'RECHECK' : 'APPLICATION';
  requirePolicy(office, household, kind, now);
  const content: AcceptedApplication = {
    ...household,
    ...{ kind, commissionedBy, batchId },
    previousId: monitored?.id ?? null,
  };
  const state = pathOf('ACCEPT', declared);
  const id = newNumber('HC', office, now);
  const event = { sequence: 1, step: 'ACCEPT', at: formatInstant(now), by, content } as const;
  const verification = state && verificationOf(id, [{ ...event, state }]);
  if (!verification) throw new Error('a verification begins with being accepted');
  return verification;
}

/** The number of a household's verification that has not ended; null where there is none. */
export async function openVerification({ run }: Session, householdId: string): Promise<string | null> {
  const [row] = await run('SELECT verification_id FROM open_households WHERE household_id = ?', [
    householdId,
  ]);
  return row ? String(row['verification_id']) : null;
}

/** The verification by which a household draws assistance for this application; null where it does not. */
async function monitoredVerification(
  { run }: Session,
  { householdId, applicationNumber }: DeclaredHousehold,
): Promise<Verification | null> {
  const [newest] = await run(
    "SELECT id, state FROM verifications WHERE household_id = ? AND state IN ('DECIDED', 'MONITORED') " +
      'ORDER BY accepted_at DESC, id LIMIT 1',
    [householdId],
  );
  if (newest?.['state'] !== 'MONITORED') return null;
  const verification = await readVerification(run, String(newest['id']));
  return verification?.application.applicationNumber === applicationNumber ? verification : null;
}

function requirePolicy(
  { policies }: Office,
  { program, appliedOn }: DeclaredHousehold,
  kind: Kind,
  now: Date,
): void {
  const on = kind === 'RECHECK' ? calendarDateOf(now) : appliedOn;
  try {
    policies.inForce(program, on);
  } catch (error) {
    if (error instanceof NoPolicyError) throw catalogueError('NO_POLICY_IN_FORCE', { program, on });
    throw error;
  }
}
