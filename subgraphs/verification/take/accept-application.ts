import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Purpose } from '../../../schema/access/purposes';
import type { Session } from '../../runtime/database/open-database';
import type { Office } from '../office';
import type { Verification } from '../process/verification';
import { readVerification } from '../store/read-verification';
import { earlierResult, keepResult } from '../store/step-keys';
import { accepted } from './accepted';
import { advance, begun } from './advance';
import { maySee } from './may-see';
import { declaredHouseholds } from './declared-households';
import { keepAdvanced } from './keep-advanced';
import { clientKey, writtenText } from './text';

export interface AcceptInput {
  readonly key: string;
  readonly householdId: string;
  readonly commissionedBy?: string | null;
}

/**
 * 受理. Throws HOUSEHOLD_NOT_FOUND (also where the caller may not see it), VERIFICATION_OPEN, NO_POLICY_IN_FORCE, KEY_REUSED,
 * and REGISTRY_UNAVAILABLE where civil affairs does not answer.
 */
export async function acceptApplication(
  office: Office,
  input: AcceptInput,
  caller: Caller,
  purpose: Purpose,
): Promise<Verification> {
  const { householdId, commissionedBy } = input;
  const { subject, role } = caller;
  const keyed = { subject, key: clientKey(input.key), request: ['ACCEPT', input] as const };
  const commissioner = commissionedBy ? writtenText(commissionedBy) : subject;
  const reason = `受理 ${householdId}`;
  const household = (await declaredHouseholds(office.graph, [householdId], { purpose, reason })).get(
    householdId,
  );
  if (!household || !maySee(caller, household.divisionCode)) throw catalogueError('HOUSEHOLD_NOT_FOUND');
  return office.write(async (session) => {
    const earlier = await earlierResult(session, keyed);
    if (earlier !== null) return kept(session, earlier);
    const now = office.clock();
    const acceptance = {
      household,
      commissionedBy: commissioner,
      batchId: null,
      by: { subject, role },
    };
    const first = await accepted(office, session, acceptance, now);
    const advanced = await advance(office, session, begun(first), now);
    await keepResult(session, keyed, first.id);
    await keepAdvanced(office, session, null, advanced, now);
    return advanced.verification;
  });
}

/** The verification that a key came to before. */
async function kept({ run }: Session, id: string): Promise<Verification> {
  const verification = await readVerification(run, id);
  if (!verification) throw new Error('what a key came to is kept');
  return verification;
}
