import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { begun, withReport } from './advance';
import { onceByKey, type StepInput } from './make-step';
import { writtenText } from './text';

export interface ReasonedStepInput extends StepInput {
  readonly reason: string;
}

/** 出具报告 though visits are missing: what was not visited stays to be reviewed. */
export function closeVisits(office: Office, input: ReasonedStepInput, caller: Caller): Promise<Verification> {
  return onceByKey(office, { step: 'REPORT', input, caller }, ({ verification, session, now }, by) =>
    withReport(office, session, begun(verification), { reason: writtenText(input.reason), now, by }),
  );
}
