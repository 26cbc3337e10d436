import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import type { ReasonedStepInput } from './close-visits';
import { makeStep } from './make-step';
import { writtenText } from './text';

/** 终止. */
export function closeVerification(
  office: Office,
  input: ReasonedStepInput,
  caller: Caller,
): Promise<Verification> {
  return makeStep(office, {
    step: 'CLOSE',
    input,
    caller,
    contentOf: () => ({ reason: writtenText(input.reason) }),
  });
}
