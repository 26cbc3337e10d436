import type { Case } from '../case';
import { planIn, type OfficeDay } from '../office';

const upheld = 0.4;

const reasons = {
  UPHELD: '经复核，家庭提交的材料属实，异议成立。',
  REJECTED: '经复核，家庭提交的材料不能证明其主张，异议不成立。',
} as const;

/** An objection is decided; the report is issued anew, and the family told again. */
export async function decideObjection(whom: Case, day: OfficeDay): Promise<void> {
  if (!whom.objectedTo) throw new Error('an objection is decided that was made');
  const decision = whom.dice('objection').chance(upheld) ? 'UPHELD' : 'REJECTED';
  const said = { findingId: whom.objectedTo.id, decision, reason: reasons[decision] };
  await whom.step(whom.verifier, 'DecideObjection', said, 'OBJECTION');
  whom.isObjectionDecided = true;
  planIn(day, 1, 'TELL', whom);
}

/** Somebody decides: as the report recommends, and where it recommends nothing by their own judgement. */
export async function conclude(whom: Case): Promise<void> {
  await whom.step(whom.verifier, 'ConcludeVerification', decisionOn(whom));
}

function decisionOn(whom: Case): { readonly decision: string; readonly reason?: string } {
  const { outcome } = whom.standing;
  if (outcome === 'MEETS') return { decision: 'GRANTED' };
  if (outcome === 'FAILS') return { decision: 'REFUSED', reason: '经核对，家庭经济状况不符合救助条件。' };
  return whom.dice('decision').chance(0.5)
    ? { decision: 'GRANTED', reason: '经集体研究，家庭生活确有困难，予以救助。' }
    : { decision: 'REFUSED', reason: '经集体研究，家庭经济状况未能核实，不予救助。' };
}
