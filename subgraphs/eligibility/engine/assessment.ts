import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Fen } from '../../../schema/values/yuan';
import type { CheckStatus } from '../../../schema/values/check-status';
import type { Program, RegistryName } from './facts/facts';
import type { Edition, Effect, LegalBasis } from './policy/policy';
import type { RuleCode } from './rules/rule-code';

/** MEETS is said only where every condition was checked and holds. */
export type Outcome = 'MEETS' | 'FAILS' | 'NEEDS_REVIEW' | 'UNDETERMINED';

/** A registry's row on which a finding rests. */
export interface Evidence {
  readonly registry: RegistryName;
  readonly recordId: string;
  readonly asOf: string | null;
}

/** One thing found, by the rule of its code. */
export interface Finding {
  readonly code: RuleCode;
  readonly effect: Effect;
  /** Whom it concerns; null where it is the household. */
  readonly person: string | null;
  /** In Chinese, for the file. */
  readonly message: string;
  readonly basis: LegalBasis;
  readonly evidence: readonly Evidence[];
  /** Confirmed on a visit: a person has judged it, so a REVIEW no longer holds the outcome. */
  readonly judged: boolean;
}

/** A check without an answer. */
export interface Unanswered {
  readonly registry: RegistryName;
  readonly status: CheckStatus;
  readonly person: string;
}

export type IncomeHead = 'WAGES' | 'BUSINESS' | 'PROPERTY' | 'TRANSFER';

/** One source's word on what a person earns a month under a head. Of each head one item counts. */
export interface IncomeItem {
  readonly person: string;
  readonly head: IncomeHead;
  readonly monthlyAmount: Fen;
  readonly counted: boolean;
  /** `declared`, or the registry that says it. */
  readonly source: 'declared' | RegistryName;
  /** The row, where it is one. */
  readonly recordId: string | null;
  /** In Chinese: how the amount comes about, or why it does not count. */
  readonly reason: string | null;
}

/** A household's income a month, in fen. */
export interface Income {
  readonly declaredMonthly: Fen;
  readonly assessedMonthly: Fen;
  readonly perCapitaMonthly: Fen;
  /** What it is compared with; null where the program compares it with nothing. */
  readonly monthlyStandard: Fen | null;
  readonly items: readonly IncomeItem[];
}

/** What the program would pay, in fen. */
export interface Estimate {
  readonly monthly: Fen | null;
  readonly lumpSum: Fen | null;
  /** In Chinese, with the figures. */
  readonly formula: string;
}

/** A recommendation with its reasons. People decide. */
export interface Assessment {
  readonly program: Program;
  readonly outcome: Outcome;
  readonly conclusion: string;
  readonly edition: Edition;
  readonly assessedOn: CalendarDate;
  readonly income: Income;
  readonly estimate: Estimate | null;
  readonly findings: readonly Finding[];
  readonly unanswered: readonly Unanswered[];
}

/** A finding that people have settled on a visit. Without `recordIds` it is every one of that code and person. */
export interface SettledFinding {
  readonly code: RuleCode;
  readonly person: string | null;
  readonly recordIds?: readonly string[];
  readonly verdict: 'CONFIRMED' | 'REFUTED';
}
