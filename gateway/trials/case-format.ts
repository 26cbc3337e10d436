import { z } from 'zod';
import { isCalendarDate } from '../../schema/values/calendar-date';
import { programs } from '../../subgraphs/eligibility/engine/facts/program';

/** The outcomes and effects of the graph. */
const outcomes = ['MEETS', 'FAILS', 'NEEDS_REVIEW', 'UNDETERMINED'] as const;
const effects = ['BARS', 'UNSETTLED', 'REVIEW', 'NOTE'] as const;

const text = z.string().min(1);
const amount = z.string().nullable().optional();

const finding = z.strictObject({ code: text, effect: z.enum(effects), person: text.optional() });

const estimate = z.strictObject({ monthly: amount, lumpSum: amount, formula: amount });

const income = z.strictObject({
  declaredMonthly: amount,
  assessedMonthly: amount,
  perCapitaMonthly: amount,
  monthlyStandard: amount,
  items: z.array(z.strictObject({ head: text })).optional(),
});

const expectation = z.strictObject({
  program: z.enum(programs),
  on: z.string().refine(isCalendarDate, 'it is no calendar date'),
  outcome: z.enum(outcomes),
  findings: z.array(finding).default([]),
  absent: z.array(text).default([]),
  unanswered: z.array(text).optional(),
  estimate: estimate.nullable().optional(),
  income: income.optional(),
});

/** Cells by column; every cell is a string, as in a CSV file. */
const row = z.record(text, z.string());

/** A worked case as its file holds it: see test/scenarios/README.md. */
export const caseFormat = z.object({
  title: text,
  rule: text,
  arithmetic: text.optional(),
  household: text,
  registries: z.record(text, z.array(row)),
  silent: z.array(text).default([]),
  as_of: z.record(text, z.string()).default({}),
  expect: z.array(expectation).min(1),
});

export type Effect = (typeof effects)[number];
export type Row = z.infer<typeof row>;
/** What one assessment has to say. Its persons are identity numbers. */
export type WrittenExpectation = z.infer<typeof expectation>;
