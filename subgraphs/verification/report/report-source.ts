import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Assessment } from '../../eligibility/engine/assessment';
import type { Facts, RegistryName } from '../../eligibility/engine/facts/facts';
import type { Standard } from '../../eligibility/engine/policy/policy';
import type { AcceptedApplication, Authorisation, Tier, Verdict, VerifiedPerson } from '../process/event';

/** The verification that is reported on. */
export interface VerificationHead extends Pick<
  AcceptedApplication,
  'kind' | 'householdId' | 'applicationNumber' | 'program' | 'appliedOn' | 'divisionCode' | 'commissionedBy'
> {
  readonly id: string;
  readonly acceptedOn: CalendarDate;
}

/** Somebody whom the verification is about, with the authorisation by which registries were asked about them. */
export interface ReportedPerson extends VerifiedPerson {
  /** Null where there is none, as for a minor for whom nobody signed. */
  readonly authorisation: Authorisation | null;
}

/** A registry that was asked, whether or not it answered. */
export interface AskedRegistry {
  readonly registry: RegistryName;
  /** What the registry is called, in Chinese. */
  readonly chinese: string;
  readonly tier: Tier;
  /** How often it was asked. */
  readonly attempts: number;
  readonly lastAskedAt: Date;
}

/** What people settled of a finding, and why. An objection that was rejected CONFIRMED the finding. */
export interface SettledMatter {
  readonly findingId: string;
  readonly by: 'VISIT' | 'OBJECTION';
  readonly verdict: Verdict;
  /** What the visit saw, or why the objection was decided so. */
  readonly note: string;
  readonly on: CalendarDate;
  /** What the family brought forward, where it objected. */
  readonly evidence: string | null;
}

/** How the family can object, in Chinese. */
export interface ObjectionTerms {
  /** Such as 自告知之日起10个工作日内: the day itself is not known before the family is told. */
  readonly within: string;
  /** To whom, such as 渝北区社会救助核查认定中心. */
  readonly to: string;
  /** What to bring, such as 身份证件. */
  readonly bring: readonly string[];
}

/** All that a version of a report is made of. */
export interface ReportSource {
  readonly verification: VerificationHead;
  /** 1, 2, … */
  readonly version: number;
  /** The digest of the version before; null of the first. */
  readonly previousDigest: string | null;
  readonly issuedAt: Date;
  /** Who issues it, in Chinese. */
  readonly issuedBy: string;
  /** Why it was issued though visits are missing; null where nothing had to be explained. */
  readonly issuedBecause: string | null;
  readonly validUntil: CalendarDate;
  /** The applicant first. */
  readonly people: readonly ReportedPerson[];
  readonly facts: Facts;
  /** Made of these facts, and of what was settled. */
  readonly assessment: Assessment;
  /** The standard by which it was assessed. */
  readonly standard: Standard;
  /** Municipal ones first. */
  readonly asked: readonly AskedRegistry[];
  /** In the order in which it was settled. */
  readonly settled: readonly SettledMatter[];
  readonly objection: ObjectionTerms;
}
