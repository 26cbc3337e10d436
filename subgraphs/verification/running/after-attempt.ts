import type { Attempt } from '../facts/attempt';
import { nextAttemptAt, pauseAfter } from './back-off';
import type { Claimed, Following } from './running-store';

/**
 * What follows an attempt. Where every registry has answered, or the tier's time is over, the next tier is asked at
 * once, or the answers are together; what stayed silent then makes the report partial. Else the silent ones are asked
 * again later. A verification of which the graph never told the household itself cannot be assessed: it is asked about
 * however long that takes.
 */
export function afterAttempt(claimed: Claimed, attempt: Attempt, tierMs: number): Following {
  const { number: attempts, at: askedAt, tier } = attempt;
  const begun = claimed.state === 'COMMISSIONED' ? (['ASK_MUNICIPAL'] as const) : [];
  const isSilent = Object.values(attempt.answers).some((answer) => answer.isSilent);
  const isTold = claimed.isHouseholdTold || attempt.household !== null;
  const progress = { attempts, askedAt, tierMs, firstAskedAt: claimed.firstAskedAt ?? askedAt };
  const again = isSilent ? nextAttemptAt(progress) : null;
  if (again === null && isTold) {
    return tier === 'MUNICIPAL'
      ? { steps: [...begun, 'ASK_DISTRICT'], dueAt: askedAt }
      : { steps: ['COMPILE'], dueAt: null };
  }
  return { steps: begun, dueAt: again ?? new Date(askedAt.getTime() + pauseAfter(attempts)) };
}
