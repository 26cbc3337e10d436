import type { Session } from '../../runtime/database/open-database';
import type { Alert as MaterialChange } from '../monitoring/alert';
import { alertsOf } from '../monitoring/alerts-of';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { readAttempts } from '../store/attempts';
import { readVerification } from '../store/read-verification';
import { assessed, type Assessed } from './assessed';

/**
 * What a re-check found changed since the verification that it repeats; nothing where it repeats none. Only its first
 * report raises alerts: those after it change by what people said.
 */
export async function raisedAlerts(
  { policies }: Pick<Office, 'policies'>,
  { run }: Session,
  { application: { kind, previousId }, reports }: Verification,
  { assessment }: Assessed,
): Promise<readonly MaterialChange[]> {
  if (kind !== 'RECHECK' || previousId === null || reports.length > 0) return [];
  const previous = await readVerification(run, previousId);
  if (!previous) return [];
  const attempts = await readAttempts(run, [previousId]);
  return alertsOf(assessed(previous, attempts.get(previousId) ?? [], policies).assessment, assessment);
}
