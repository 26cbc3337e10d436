import { addApplicant } from '../applicant';
import { drawDisability } from '../disability';
import type { Family } from '../family';
import { endMarriage } from '../marry';

/** A woman or man between 30 and 59 alone. */
export function singleAdult(family: Family): void {
  const { random } = family;
  const applicant = addApplicant(family, random.between(30, 59));
  const past = random.weighted([
    ['NONE', 0.35],
    ['DIVORCE', 0.5],
    ['DEATH', 0.15],
  ] as const);
  if (past !== 'NONE' && applicant.age >= 34) endMarriage(family, applicant, past);
}

/** An old woman or man alone. */
export function singleElder(family: Family): void {
  const { random, application } = family;
  // Hardship support is above all for those who never had a family.
  const isHardship = application.program === 'SPECIAL_HARDSHIP_SUPPORT';
  const applicant = addApplicant(family, random.between(61, 88), isHardship ? 'MALE' : undefined);
  const past = random.weighted([
    ['NONE', isHardship ? 0.75 : 0.15],
    ['DIVORCE', 0.1],
    ['DEATH', isHardship ? 0.15 : 0.75],
  ] as const);
  if (past !== 'NONE') endMarriage(family, applicant, past);
}

/** An adult alone who cannot work. */
export function singleDisabledAdult(family: Family): void {
  const { random } = family;
  addApplicant(family, random.between(20, 59), undefined, drawDisability(random, 'WITHOUT_WORK_CAPACITY'));
}
