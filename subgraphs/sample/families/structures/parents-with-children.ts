import { addApplicant, addSpouse } from '../applicant';
import { addChildren } from '../children';
import type { Family } from '../family';
import { endMarriage, marry } from '../marry';

const childCounts = [
  [1, 0.6],
  [2, 0.32],
  [3, 0.08],
] as const;

/** A couple with children of school age, some of whom study. */
export function parentsWithChildren(family: Family): void {
  const { random } = family;
  const applicant = addApplicant(family, random.between(32, 54));
  const spouse = addSpouse(family, applicant);
  const children = addChildren(family, [applicant, spouse], random.weighted<number>(childCounts));
  marry(family, applicant, spouse, children);
}

/** A mother or father alone with children: divorced, widowed or never married. */
export function loneParent(family: Family): void {
  const { random } = family;
  const applicant = addApplicant(family, random.between(34, 52), random.chance(0.65) ? 'FEMALE' : 'MALE');
  const children = addChildren(family, [applicant], random.chance(0.7) ? 1 : 2);
  const past = random.weighted([
    ['DIVORCE', 0.65],
    ['DEATH', 0.28],
    ['NONE', 0.07],
  ] as const);
  if (past !== 'NONE') endMarriage(family, applicant, past, children);
}
