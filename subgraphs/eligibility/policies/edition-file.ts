import { z } from 'zod';
import { programs } from '../engine/facts/facts';
import type { Effect } from '../engine/policy/policy';
import { ruleCodes } from '../engine/rules/rule-code';
import { parameterForms } from './parameter-forms';
import { day, flag, mapping, oneOf, optional, telling, tellingOfKeys, text } from './written-values';

const effects = ['BARS', 'UNSETTLED', 'REVIEW', 'NOTE'] as const satisfies readonly Effect[];

const codes = 'the codes of engine/rules/rule-code.ts';
const ruleCode = oneOf(ruleCodes, 'rule', codes);

/** A document that bases refer to by a short name. */
const policyDocument = mapping({
  title: text,
  effectiveFrom: day,
  /** Its first day stands in for one that was not seen. */
  dayAssumed: flag,
  /** The document stands in for another, and with it every basis that names it. */
  assumed: flag,
});

const rule = mapping({
  effect: oneOf(effects, 'effect'),
  basis: mapping({ document: text, article: optional(text), assumed: flag }),
  barsAs: optional(ruleCode),
  barsWhenConfirmed: flag,
});

/** One file of `editions`: one program's rules and figures from a day on, with where each is written. */
export const editionForm = mapping({
  id: text,
  program: oneOf(programs, 'program'),
  title: text,
  document: text,
  effectiveFrom: day,
  effectiveTo: optional(day),
  announcedOn: optional(day),
  dayAssumed: flag,
  draft: flag,
  documents: z.record(
    z.string(),
    policyDocument,
    telling('it is no mapping', 'a mapping of short names to documents'),
  ),
  parameters: parameterForms,
  rules: z.partialRecord(ruleCode, rule, tellingOfKeys('rule', codes)),
});

export type EditionFile = z.infer<typeof editionForm>;
export type PolicyDocument = z.infer<typeof policyDocument>;
