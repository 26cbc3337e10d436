import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import { missingAuthorisations, numbersInForce } from '../process/authorised';
import type { Verification } from '../process/verification';
import { runFor } from '../store/run-for';
import { makeStep, type StepInput } from './make-step';

/** 委托. Throws AUTHORISATION_MISSING where one has run out since the verification was AUTHORISED. */
export async function startVerification(
  office: Office,
  input: StepInput,
  caller: Caller,
): Promise<Verification> {
  const started = await makeStep(office, {
    step: 'START',
    input,
    caller,
    contentOf: async ({ verification, session, today }) => {
      if (missingAuthorisations(verification, today).length > 0) {
        throw catalogueError('AUTHORISATION_MISSING');
      }
      // Somebody waits for it now, also where a batch began it before.
      await runFor(session, verification.id, null);
      return { authorisations: numbersInForce(verification, today) };
    },
  });
  office.wake();
  return started;
}
