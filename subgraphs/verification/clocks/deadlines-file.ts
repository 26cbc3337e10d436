import type { z } from 'zod';
import {
  day,
  flag,
  mapping,
  oneOf,
  optional,
  text,
  wholeNumber,
} from '../../eligibility/policies/written-values';

/** A time within which something has to be done, and where that is written. */
const deadline = mapping({
  /** What the time is counted from, for the reader. */
  from: text,
  value: wholeNumber.refine((value) => value > 0, 'it is 0, expected 1 or more'),
  unit: oneOf(['working-days', 'days', 'months'], 'unit'),
  document: text,
  article: optional(text),
  effectiveFrom: day,
  assumed: flag,
});

export const deadlineNames = [
  'start',
  'checkStart',
  'report',
  'fieldCheck',
  'notice',
  'objection',
  'objectionDecision',
  'decision',
  'wholeCase',
  'wholeCaseAfterObjection',
  'hardshipOpinion',
  'hardshipDecision',
  'publicNotice',
  'refusalTold',
  'deathSettled',
  'reportValidity',
] as const;

export type DeadlineName = (typeof deadlineNames)[number];
export type DeadlineParameter = z.infer<typeof deadline>;
export type DeadlineParameters = Readonly<Record<DeadlineName, DeadlineParameter>>;

/** `deadlines.yaml`. */
export const deadlinesForm = mapping({
  deadlines: mapping(
    Object.fromEntries(deadlineNames.map((name) => [name, deadline])),
    'deadline',
  ) as unknown as z.ZodType<DeadlineParameters>,
});
