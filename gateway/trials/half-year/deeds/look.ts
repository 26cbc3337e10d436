import type { Case } from '../case';
import { planIn, type OfficeDay } from '../office';

/** Sees what the registries' answers come to: findings that somebody has to visit, or a report to tell the family. */
export async function look(whom: Case, day: OfficeDay): Promise<void> {
  const { state } = await whom.look();
  switch (state) {
    case 'FIELD_CHECK':
      return planIn(day, whom.dice('visit').between(1, 4), 'VISIT', whom);
    case 'REPORTED':
      return planIn(day, 1, 'TELL', whom);
    default:
      throw new Error(`a verification that was commissioned this morning is ${state}`);
  }
}
