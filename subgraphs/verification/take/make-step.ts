import { calendarDateOf, type CalendarDate } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Session } from '../../runtime/database/open-database';
import type { Office } from '../office';
import type { Actor, StepContent } from '../process/event';
import { pathOf, type Step } from '../process/steps';
import type { Verification } from '../process/verification';
import { keepAdvanced } from './keep-advanced';
import { lockVerification, readVerification } from '../store/read-verification';
import { earlierResult, keepResult, type KeyedRequest } from '../store/step-keys';
import { advance, begun, made, type Advanced } from './advance';
import { maySee } from './may-see';
import { clientKey } from './text';

/** What a client says with every step. */
export interface StepInput {
  readonly key: string;
  readonly verificationId: string;
  /** Null or left out where the step holds whatever happened meanwhile. */
  readonly expectedVersion?: number | null;
}

/** Steps that people make on a verification that there is. */
export type PeoplesStep = Exclude<
  Step,
  | 'ACCEPT'
  | 'COMPLETE_AUTHORISATION'
  | 'ASK_MUNICIPAL'
  | 'ASK_DISTRICT'
  | 'COMPILE'
  | 'SEND_TO_FIELD'
  | 'REPORT'
  | 'COMPLETE_RECHECK'
  | 'MONITOR'
>;

/** Those, and the report, which somebody may have issued before every visit. */
type AllowedStep = PeoplesStep | 'REPORT';

/** What a step looks at to find out what it says. */
export interface Standing {
  readonly verification: Verification;
  readonly session: Session;
  readonly now: Date;
  readonly today: CalendarDate;
}

/** One step that somebody makes, with all that was said of it. */
export interface StepRequest<S extends PeoplesStep> {
  readonly step: S;
  readonly input: StepInput;
  readonly caller: Caller;
  /** What the step says; throws a catalogue's error where it may not be made. */
  readonly contentOf: (standing: Standing) => StepContent[S] | Promise<StepContent[S]>;
}

/**
 * Makes a step, with everything that follows from it by itself. Gives the verification as it then is.
 *
 * Throws VERIFICATION_NOT_FOUND (also where the caller may not see it), VERSION_CONFLICT, STEP_NOT_ALLOWED, KEY_REUSED, and
 * whatever `contentOf` throws; then nothing is written.
 */
export function makeStep<S extends PeoplesStep>(
  office: Office,
  { step, input, caller, contentOf }: StepRequest<S>,
): Promise<Verification> {
  return onceByKey(office, { step, input, caller }, async (standing, by) => {
    const { verification, session, now } = standing;
    const first = begun(made(verification, step, await contentOf(standing), now, by));
    return advance(office, session, first, now);
  });
}

/** Makes what a step of somebody comes to, in one transaction, and that of its key once. */
export function onceByKey(
  office: Office,
  {
    step,
    input,
    caller,
  }: Pick<StepRequest<PeoplesStep>, 'input' | 'caller'> & { readonly step: AllowedStep },
  make: (standing: Standing, by: Actor) => Promise<Advanced>,
): Promise<Verification> {
  const keyed = keyedStep(step, input, caller);
  return office.write(async (session) => {
    const before = await standingVerification(office, session, input.verificationId, caller);
    if ((await earlierResult(session, keyed)) !== null) return before;
    requireAllowed(step, input, before);
    const now = office.clock();
    const { subject, role } = caller;
    const standing = { verification: before, session, now, today: calendarDateOf(now) };
    const advanced = await make(standing, { subject, role });
    await keepResult(session, keyed, before.id);
    await keepAdvanced(office, session, before, advanced, now);
    return advanced.verification;
  });
}

/** A step as its key knows it. */
export function keyedStep(step: string, input: StepInput, { subject }: Caller): KeyedRequest {
  return { subject, key: clientKey(input.key), request: [step, input] };
}

/** The verification that a caller may see, kept from others until the transaction ends. */
export async function standingVerification(
  { dialect }: Pick<Office, 'dialect'>,
  session: Session,
  id: string,
  caller: Caller,
): Promise<Verification> {
  await lockVerification(session.run, dialect, id);
  const verification = await readVerification(session.run, id);
  if (!verification || !maySee(caller, verification.application.divisionCode)) {
    throw catalogueError('VERIFICATION_NOT_FOUND');
  }
  return verification;
}

/** Throws VERSION_CONFLICT where somebody has gone on, and STEP_NOT_ALLOWED where the table has no such step. */
export function requireAllowed(
  step: AllowedStep,
  { expectedVersion }: StepInput,
  { version, state }: Verification,
): void {
  if (typeof expectedVersion === 'number' && expectedVersion !== version) {
    throw catalogueError('VERSION_CONFLICT', { version: String(version) });
  }
  if (pathOf(step, state) === null) throw catalogueError('STEP_NOT_ALLOWED', { step, state });
}
