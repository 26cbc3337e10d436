import { addCouple } from '../applicant';
import type { Family } from '../family';

/** A couple alone, some of them old. */
export function couple(family: Family): void {
  const { random } = family;
  addCouple(family, random.chance(0.6) ? random.between(61, 82) : random.between(36, 60));
}

/** An old couple. */
export function elderlyCouple(family: Family): void {
  addCouple(family, family.random.between(66, 84));
}
