import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { makeStep, type StepInput } from './make-step';
import { writtenText } from './text';

export interface DecideObjectionInput extends StepInput {
  readonly findingId: string;
  readonly decision: 'UPHELD' | 'REJECTED';
  readonly reason: string;
}

/** 异议处理. Throws FINDING_NOT_FOUND where nobody contests that finding, and FINDING_NOT_OPEN where it was decided. */
export function decideObjection(
  office: Office,
  input: DecideObjectionInput,
  caller: Caller,
): Promise<Verification> {
  const { findingId, decision } = input;
  return makeStep(office, {
    step: 'DECIDE_OBJECTION',
    input,
    caller,
    contentOf: ({ verification: { objections } }) => {
      const reason = writtenText(input.reason);
      const objection = objections.find(({ finding }) => finding.id === findingId);
      if (!objection) throw catalogueError('FINDING_NOT_FOUND');
      if (objection.decision !== null) throw catalogueError('FINDING_NOT_OPEN');
      return { findingId, decision, reason };
    },
  });
}
