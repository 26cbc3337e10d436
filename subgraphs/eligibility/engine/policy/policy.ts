import type { CalendarDate } from '../../../../schema/values/calendar-date';
import type { Fen } from '../../../../schema/values/yuan';
import type { YearMonth } from '../../../../schema/values/year-month';
import type { Program } from '../facts/facts';
import type { RuleCode } from '../rules/rule-code';
import type { Parameters } from './parameters';

/** What a finding does to the outcome, worst first. */
export type Effect = 'BARS' | 'UNSETTLED' | 'REVIEW' | 'NOTE';

/** Where something is written. `assumed` marks a stand-in for what was not published or not seen. */
export interface LegalBasis {
  readonly document: string;
  readonly article: string | null;
  readonly effectiveFrom: CalendarDate;
  readonly assumed: boolean;
}

/** What an edition says of one rule. A rule that it does not name is not one of its. */
export interface RuleEntry {
  readonly effect: Effect;
  /** The code under which a finding that bars is told, where it is another: hardship's LIVELIHOOD_ABOVE_LIMIT. */
  readonly barsAs: RuleCode | null;
  /** Whether it bars once people have confirmed it on a visit. */
  readonly barsWhenConfirmed: boolean;
  readonly basis: LegalBasis;
}

/** One program's rules as they were in force for a time. */
export interface Edition {
  /** Such as MINIMUM_LIVING_ALLOWANCE-2017. */
  readonly id: string;
  readonly program: Program;
  readonly title: string;
  readonly document: string;
  readonly effectiveFrom: CalendarDate;
  /** The last day in force; null while no later edition is known. */
  readonly effectiveTo: CalendarDate | null;
  readonly announcedOn: CalendarDate | null;
  /** A trial: it is never in force in production. */
  readonly draft: boolean;
  readonly rules: ReadonlyMap<RuleCode, RuleEntry>;
  readonly parameters: Parameters;
}

/** The monthly amounts of a day, in fen a person. */
export interface Standard {
  readonly urban: Fen;
  readonly rural: Fen;
  readonly specialHardship: Fen;
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
  readonly announcedOn: CalendarDate | null;
  readonly basis: LegalBasis;
  /** Amounts that stand in for ones not published, and days for ones not seen. */
  readonly assumed: ReadonlySet<'urban' | 'rural' | 'specialHardship' | 'effectiveFrom' | 'announcedOn'>;
}

/** Months whose basic part of a resident pension is no income. */
export interface BasicPensionExemption {
  readonly from: YearMonth;
  readonly to: YearMonth;
  readonly basis: LegalBasis;
}

/** All that an assessment is made by: what is in force for a program on a day. */
export interface Policy {
  readonly edition: Edition;
  readonly standard: Standard;
  readonly basicPensionExemptions: readonly BasicPensionExemption[];
}
