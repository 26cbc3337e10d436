import type { CheckStatus } from '../../../schema/values/check-status';
import type { IncomeHead, Outcome } from '../../eligibility/engine/assessment';
import type { Program, RegistryName } from '../../eligibility/engine/facts/facts';
import type { Effect } from '../../eligibility/engine/policy/policy';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';
import type { Kind, Tier, Verdict, VerifiedPerson } from '../process/event';

/** The form of reports that this code makes and reads (REPORT.md). Whatever changes the form changes the number. */
export const schemaVersion = 1;

export type Completeness = 'COMPLETE' | 'PARTIAL';

/** 未发现异常、发现疑点、部分未核. */
export type ConclusionWord = 'NOTHING_FOUND' | 'DOUBTS_FOUND' | 'PARTLY_UNVERIFIED';

/** What the residence registry says of who a member is. */
export type IdentityResult = 'MATCHED' | 'NAME_CONFLICT' | 'NOT_REGISTERED' | 'UNANSWERED';

/** What is known of an obligor's means; nothing else of them is told. */
export type Ability = 'ABLE' | 'TO_BE_REVIEWED' | 'NOT_ESTABLISHED' | 'NO_GROUNDS_FOUND' | 'NOT_JUDGED';

/** What is counted of a member's property. */
export type PropertyKind = 'VEHICLES' | 'HOMES' | 'SHOPS' | 'PRESALE_HOMES' | 'BUSINESSES';

/**
 * A report (核对报告) as it is signed: plain JSON, whose fields REPORT.md explains. Days are YYYY-MM-DD, instants are
 * RFC 3339 in Beijing time, amounts are yuan as text with two decimals, people are named by their pseudonyms.
 */
export interface Report {
  readonly schemaVersion: typeof schemaVersion;
  readonly number: string;
  readonly verificationId: string;
  readonly version: number;
  readonly previousDigest: string | null;
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly issuedBecause: string | null;
  readonly validUntil: string;
  readonly application: ReportedApplication;
  readonly policy: ReportedPolicy;
  readonly completeness: Completeness;
  readonly conclusion: { readonly word: ConclusionWord; readonly chinese: string };
  readonly outcome: {
    readonly code: Outcome;
    readonly chinese: string;
    readonly reasons: readonly string[];
  };
  readonly members: readonly ReportedMember[];
  readonly obligors: readonly ReportedObligor[];
  readonly authorisations: readonly ReportedAuthorisation[];
  readonly registries: readonly ReportedRegistry[];
  readonly declared: {
    readonly income: readonly IncomeComparison[];
    readonly residence: readonly ResidenceComparison[];
    /** Declared by the household; no bank, securities or insurance source is connected. */
    readonly financialAssets: string | null;
    readonly rigidSpending: string | null;
    /** The declaration has no place for them: what registries hold, member by member. */
    readonly property: readonly PropertyCount[];
  };
  readonly income: ReportedIncome;
  readonly findings: readonly ReportedFinding[];
  readonly settled: readonly ReportedSettlement[];
  readonly unanswered: readonly ReportedUnanswered[];
  readonly visitQuestions: readonly { readonly findingId: string; readonly question: string }[];
  readonly objection: { readonly within: string; readonly to: string; readonly bring: readonly string[] };
  /** That it is a basis, and no decision. */
  readonly notice: string;
}

export interface ReportedApplication {
  readonly kind: Kind;
  readonly number: string;
  readonly householdId: string;
  readonly program: Program;
  readonly programChinese: string;
  readonly appliedOn: string;
  readonly acceptedOn: string;
  readonly divisionCode: string;
  readonly commissionedBy: string;
}

export interface ReportedPolicy {
  readonly edition: string;
  readonly title: string;
  readonly document: string;
  readonly effectiveFrom: string;
  readonly assessedOn: string;
  readonly standard: {
    readonly urban: string;
    readonly rural: string;
    readonly specialHardship: string;
    readonly effectiveFrom: string;
    readonly document: string;
    /** Whether any of it stands in for what was not published or not seen. */
    readonly assumed: boolean;
  };
}

export interface ReportedMember {
  readonly id: string;
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly birthDate: string;
  readonly relation: string;
  readonly basis: VerifiedPerson['basis'];
  readonly identity: IdentityResult;
}

export interface ReportedObligor {
  readonly id: string;
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly relation: string;
  readonly ability: Ability;
}

export interface ReportedAuthorisation {
  readonly number: string;
  readonly person: string;
  readonly signedOn: string;
  readonly validUntil: string | null;
  readonly withdrawnOn: string | null;
  /** For which program, and about which registries, the person was asked about. */
  readonly program: Program;
  readonly registries: readonly RegistryName[];
}

export interface ReportedRegistry {
  readonly registry: RegistryName;
  readonly chinese: string;
  readonly tier: Tier;
  readonly attempts: number;
  readonly lastAskedAt: string;
  /** The instant that its data stands for; null where it told none. */
  readonly asOf: string | null;
  /** Of members alone: that a registry holds a row of an obligor is not told. */
  readonly statuses: readonly { readonly person: string; readonly status: CheckStatus }[];
}

export interface IncomeComparison {
  readonly person: string;
  readonly head: IncomeHead;
  readonly declared: string;
  readonly indicated: string;
  /** Indicated less declared; negative where less was found. */
  readonly difference: string;
}

export interface ResidenceComparison {
  readonly person: string;
  readonly declared: string | null;
  /** Divisions with an active residence registration; null where the registry gave no answer. */
  readonly found: readonly string[] | null;
}

export interface PropertyCount {
  readonly person: string;
  readonly kind: PropertyKind;
  /** Null where the registry gave no answer: that is not none. */
  readonly count: number | null;
}

export interface ReportedIncome {
  readonly declaredMonthly: string;
  readonly assessedMonthly: string;
  readonly perCapitaMonthly: string;
  readonly monthlyStandard: string | null;
  readonly heads: readonly { readonly head: IncomeHead; readonly monthly: string }[];
  readonly items: readonly {
    readonly person: string;
    readonly head: IncomeHead;
    readonly monthly: string;
    readonly counted: boolean;
    readonly source: 'declared' | RegistryName;
    readonly recordId: string | null;
    readonly reason: string | null;
  }[];
}

export interface ReportedFinding {
  readonly id: string;
  readonly code: RuleCode;
  readonly effect: Effect;
  readonly person: string | null;
  readonly message: string;
  readonly basis: {
    readonly document: string;
    readonly article: string | null;
    readonly effectiveFrom: string;
    readonly assumed: boolean;
  };
  readonly evidence: readonly {
    readonly registry: RegistryName;
    readonly recordId: string;
    readonly asOf: string | null;
  }[];
  /** What people settled of it last; null while nobody has. */
  readonly verdict: Verdict | null;
}

export interface ReportedSettlement {
  readonly findingId: string;
  /** The finding's own words; null where the newest answers do not show it any more. */
  readonly finding: string | null;
  readonly by: 'VISIT' | 'OBJECTION';
  readonly verdict: Verdict;
  readonly note: string;
  readonly on: string;
  readonly evidence: string | null;
}

export interface ReportedUnanswered {
  readonly registry: RegistryName;
  readonly chinese: string;
  readonly person: string;
  readonly status: CheckStatus;
  /** Why it counts as no answer, in Chinese. */
  readonly reason: string;
}

/** How a report is sealed: by a digest and a signature over its canonical text. */
export interface Seal {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** SHA-256 of the canonical report, in hexadecimal digits. */
  readonly digest: string;
  /** base64url, over the canonical report. */
  readonly signature: string;
}

/** A report with its seal. Its file is the canonical text of this. */
export interface SealedReport {
  readonly report: Report;
  readonly seal: Seal;
}
