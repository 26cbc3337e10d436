import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { earlierResult } from '../store/step-keys';
import {
  keyedStep,
  requireAllowed,
  standingVerification,
  type PeoplesStep,
  type StepInput,
} from './make-step';

/**
 * Sees before another department is asked whether a step may be made, so that nothing is written there for a step that is
 * refused here. It is seen again when the step is made.
 */
export function checkedAhead(
  office: Office,
  step: PeoplesStep,
  input: StepInput,
  caller: Caller,
): Promise<Verification> {
  return office.write(async (session) => {
    const verification = await standingVerification(office, session, input.verificationId, caller);
    const isMade = (await earlierResult(session, keyedStep(step, input, caller))) !== null;
    if (!isMade) requireAllowed(step, input, verification);
    return verification;
  });
}
