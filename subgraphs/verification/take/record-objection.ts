import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { makeStep, type StepInput } from './make-step';
import { standingFinding } from './standing-finding';
import { writtenText } from './text';

export interface ObjectionInput extends StepInput {
  readonly findingId: string;
  readonly evidence: string;
}

/** 异议. A finding is contested once (ALREADY_OBJECTED), and while there is time to object (OBJECTION_PERIOD_OVER). */
export function recordObjection(
  office: Office,
  input: ObjectionInput,
  caller: Caller,
): Promise<Verification> {
  return makeStep(office, {
    step: 'OBJECT',
    input,
    caller,
    contentOf: async (standing) => {
      const { verification, today } = standing;
      const evidence = writtenText(input.evidence);
      const { reference } = await standingFinding(office, standing, input.findingId);
      if (verification.objections.some(({ finding }) => finding.id === reference.id)) {
        throw catalogueError('ALREADY_OBJECTED');
      }
      const { notifiedOn } = verification;
      if (notifiedOn !== null && today > office.clocks.deadlines.objectionsUntil(notifiedOn)) {
        throw catalogueError('OBJECTION_PERIOD_OVER');
      }
      return { finding: reference, evidence };
    },
  });
}
