import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Verdict } from '../process/event';
import type { Verification } from '../process/verification';
import { makeStep, type StepInput } from './make-step';
import { standingFinding } from './standing-finding';
import { writtenText } from './text';

export interface FieldCheckInput extends StepInput {
  readonly findingId: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly visitedOn?: CalendarDate | null;
}

/** 调查核实. Throws FINDING_NOT_FOUND and FINDING_NOT_OPEN, the latter also where a visit has settled it. */
export function recordFieldCheck(
  office: Office,
  input: FieldCheckInput,
  caller: Caller,
): Promise<Verification> {
  const { findingId, verdict, visitedOn } = input;
  return makeStep(office, {
    step: 'CHECK_IN_FIELD',
    input,
    caller,
    contentOf: async (standing) => {
      const note = writtenText(input.note);
      const { finding, reference } = await standingFinding(office, standing, findingId);
      if (finding.judged) throw catalogueError('FINDING_NOT_OPEN');
      return { finding: reference, verdict, note, visitedOn: visitedOn ?? standing.today };
    },
  });
}
