import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { makeStep, type StepInput } from './make-step';

export interface NotifyInput extends StepInput {
  readonly manner: string;
}

/** 告知. */
export function notifyFamily(office: Office, input: NotifyInput, caller: Caller): Promise<Verification> {
  const { manner } = input;
  return makeStep(office, { step: 'NOTIFY', input, caller, contentOf: () => ({ manner }) });
}
