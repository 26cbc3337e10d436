import type { Evidence } from '../assessment';
import type { Answer, Household } from '../household/household';
import type { Person } from '../household/person';
import type { ParameterName } from '../policy/parameters';
import type { Effect } from '../policy/policy';
import type { RuleCode } from './rule-code';

/** What a rule found, before it is settled what that does to the outcome. */
export interface Draft {
  /** Whom it concerns; left out where it is the household. */
  readonly person?: Person | undefined;
  /** In Chinese. */
  readonly message: string;
  readonly evidence?: readonly Evidence[];
  /** Where it is another than the edition gives the rule. */
  readonly effect?: Effect;
  /**
   * The answers without which it might not bar. Where one of them is missing or stale, a finding that bars is
   * UNSETTLED (RULES.md, principles 3 and 4).
   */
  readonly restsOn?: readonly Answer[];
  /** Whether what is certain is not enough for it to bar, though what is known is. */
  readonly isUncertain?: boolean;
  /** The figures that it was measured by, of which some may be assumed. */
  readonly cites?: readonly (ParameterName | 'standard' | 'announcement')[];
}

/** One rule of RULES.md. What its findings do, and by which document, is said by each edition that has it. */
export interface Rule {
  readonly code: RuleCode;
  /** When it finds something, in one sentence. */
  readonly when: string;
  /** The figures that it needs of an edition. */
  readonly parameters?: readonly ParameterName[];
  /** Every edition has it, with this effect: without it, silence could pass for 'none'. */
  readonly always?: 'UNSETTLED';
  /** Whether it also speaks of a household none of whose members lives. */
  readonly ofTheDead?: true;
  /** Whether it judges income or property, which is not read where the rolls settle the matter. */
  readonly ofMeans?: true;
  /** Whether a visit cannot settle it: it is for the registry to answer, or to correct. */
  readonly onlyByRegistry?: true;
  find(household: Household): readonly Draft[];
}
