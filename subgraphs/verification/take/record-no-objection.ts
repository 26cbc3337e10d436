import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { makeStep, type StepInput } from './make-step';

/** 无异议. */
export function recordNoObjection(office: Office, input: StepInput, caller: Caller): Promise<Verification> {
  return makeStep(office, { step: 'ACCEPT_FINDINGS', input, caller, contentOf: () => ({}) });
}
