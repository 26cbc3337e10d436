import type { Session } from '../../runtime/database/open-database';
import type { Office } from '../office';
import type { State } from '../process/steps';
import type { Verification } from '../process/verification';
import { insertAlerts } from '../store/alerts';
import { appendEvents } from '../store/append-events';
import { noteRunEnded } from '../store/batch-households';
import type { Advanced } from './advance';

/** States in which nobody is asked any more, or not yet: for a batch, the household is done with, or could not be done. */
const asking: ReadonlySet<State> = new Set<State>([
  'COMMISSIONED',
  'MUNICIPAL_RUNNING',
  'DISTRICT_RUNNING',
  'COMPILED',
]);

/** Keeps what a verification has come to. `dueAt` is when its registries are asked next; at once where it was commissioned. */
export async function keepAdvanced(
  { clocks }: Pick<Office, 'clocks'>,
  session: Session,
  before: Verification | null,
  { verification, reports, alerts }: Advanced,
  now: Date,
  dueAt: Date | null = verification.state === 'COMMISSIONED' ? now : null,
): Promise<void> {
  await appendEvents(session, {
    ...{ before, verification, reports },
    dueAt: dueAt?.getTime() ?? null,
    deadlineOn: clocks.deadlines.deadlineOf(verification)?.on ?? null,
  });
  await insertAlerts(session, verification, alerts, now);
  if (before && asking.has(before.state) && !asking.has(verification.state)) {
    await noteRunEnded(session, verification);
  }
}
