import type { z } from 'zod';
import {
  day,
  listOfSome,
  mapping,
  oneOf,
  optional,
  text,
  wholeNumber,
} from '../../eligibility/policies/written-values';

/** What a family's facts say of how soon they may change, the most restless first. */
export const situations = [
  'unemployedInTown',
  'unemployedInCountry',
  'ableOrUnstable',
  'disabled',
  'stable',
] as const;

export type Situation = (typeof situations)[number];

const recheckClass = oneOf(['YEARLY', 'HALF_YEARLY', 'QUARTERLY', 'MONTHLY'], 're-check class');
const grade = wholeNumber.optional();

const edition = mapping({
  effectiveFrom: day,
  document: text,
  article: optional(text),
  unemployedInTown: recheckClass,
  unemployedInCountry: recheckClass,
  ableOrUnstable: recheckClass,
  disabled: recheckClass,
  stable: recheckClass,
});

const measures = mapping({
  workingAge: mapping({ from: wholeNumber, to: wholeNumber }),
  incapacitatingGrades: mapping({
    VISUAL: grade,
    HEARING: grade,
    SPEECH: grade,
    PHYSICAL: grade,
    INTELLECTUAL: grade,
    MENTAL: grade,
    MULTIPLE: grade,
  }),
  severeGrade: wholeNumber,
  recentMonths: wholeNumber,
});

/** `rechecks.yaml`. */
export const rechecksForm = mapping({ editions: listOfSome(edition), measures });

export type RecheckEdition = z.infer<typeof edition>;
export type RecheckMeasures = z.infer<typeof measures>;

/** The editions by their first days. Reports two that start on one day. */
export function recheckEditions(
  { editions }: z.infer<typeof rechecksForm>,
  report: (place: string, problem: string) => void,
): readonly RecheckEdition[] {
  for (const [index, { effectiveFrom }] of editions.entries()) {
    if (editions.slice(0, index).some((other) => other.effectiveFrom === effectiveFrom)) {
      report(`editions.${index}.effectiveFrom`, 'another starts on that day too, expected a day of its own');
    }
  }
  return [...editions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}
