import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Decision, RecheckClass, StepContent } from '../process/event';
import type { Verification } from '../process/verification';
import { assessedNow } from './advance';
import { makeStep, type Standing, type StepInput } from './make-step';
import { writtenText } from './text';

export interface ConcludeInput extends StepInput {
  readonly decision: Decision;
  readonly reason?: string | null;
  readonly recheck?: RecheckClass | null;
}

/**
 * 审核确认. Throws OBJECTION_PERIOD_OPEN until the family has had its time to object or said that it does not, and
 * REASON_NEEDED for a refusal, and for whatever the report's outcome alone does not carry.
 */
export function concludeVerification(
  office: Office,
  input: ConcludeInput,
  caller: Caller,
): Promise<Verification> {
  return makeStep(office, {
    step: 'CONCLUDE',
    input,
    caller,
    contentOf: (standing) => contentOf(office, input, standing),
  });
}

async function contentOf(
  office: Office,
  { decision, reason, recheck }: ConcludeInput,
  { verification, session, today }: Standing,
): Promise<StepContent['CONCLUDE']> {
  requireHeard(office, verification, today);
  const outcome = verification.reports.at(-1)?.outcome;
  if (!outcome) throw new Error('a family is told of a report');
  const isCarried = decision === 'GRANTED' && outcome === 'MEETS';
  const written = isCarried && !reason?.trim() ? null : writtenText(reason ?? '');
  const proposed = async () => {
    const { facts } = await assessedNow(office, session, verification);
    return office.clocks.rechecks.recheckClassOf(facts, today) ?? 'YEARLY';
  };
  return { decision, outcome, reason: written, recheck: recheck ?? (await proposed()) };
}

function requireHeard(
  { clocks }: Office,
  { notifiedOn, isUncontested }: Verification,
  today: CalendarDate,
): void {
  if (notifiedOn === null) throw new Error('a decision follows a notice');
  const until = clocks.deadlines.objectionsUntil(notifiedOn);
  if (!isUncontested && today <= until) throw catalogueError('OBJECTION_PERIOD_OPEN', { until });
}
