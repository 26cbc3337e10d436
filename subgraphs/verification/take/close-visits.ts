import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { earlierResult, keepResult } from '../store/step-keys';
import { begun, withReport } from './advance';
import { keepAdvanced } from './keep-advanced';
import { keyedStep, requireAllowed, standingVerification, type StepInput } from './make-step';
import { writtenText } from './text';

export interface ReasonedStepInput extends StepInput {
  readonly reason: string;
}

/** 出具报告 though visits are missing: what was not visited stays to be reviewed. */
export function closeVisits(office: Office, input: ReasonedStepInput, caller: Caller): Promise<Verification> {
  const { subject, role } = caller;
  const keyed = keyedStep('REPORT', input, caller);
  return office.write(async (session) => {
    const before = await standingVerification(office, session, input.verificationId, caller);
    if ((await earlierResult(session, keyed)) !== null) return before;
    requireAllowed('REPORT', input, before);
    const reason = writtenText(input.reason);
    const now = office.clock();
    const issued = await withReport(office, session, begun(before), { reason, now, by: { subject, role } });
    await keepResult(session, keyed, before.id);
    await keepAdvanced(office, session, before, issued, now);
    return issued.verification;
  });
}
