import type { Case } from '../case';
import { planIn, type OfficeDay } from '../office';

/** Most of what registries say of somebody is so. */
const confirmed = 0.85;

const notes = {
  CONFIRMED: '入户核实，情况属实。',
  REFUTED: '入户核实，与登记情况不符。',
} as const;

/** Everything that has to be looked at on site is, in one visit. */
export async function visit(whom: Case, day: OfficeDay): Promise<void> {
  const dice = whom.dice('verdicts');
  for (let open = openOf(whom); open; open = openOf(whom)) {
    const verdict = dice.chance(confirmed) ? 'CONFIRMED' : 'REFUTED';
    const said = { findingId: open.id, verdict, note: notes[verdict] };
    await whom.step(whom.caseworker, 'RecordFieldCheck', said);
  }
  planIn(day, 1, 'TELL', whom);
}

function openOf({ findings }: Case) {
  return findings.find(({ needsVisit }) => needsVisit);
}
