import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Finding, Outcome, SettledFinding } from '../../eligibility/engine/assessment';
import type { Facts, Program } from '../../eligibility/engine/facts/facts';
import type { State, Step } from './steps';

/** Somebody whom a verification is about, as declared when it was accepted. */
export interface VerifiedPerson {
  /** The pseudonym. */
  readonly id: string;
  readonly declaredName: string;
  readonly maskedIdNumber: string;
  readonly birthDate: CalendarDate;
  readonly role: 'MEMBER' | 'OBLIGOR';
  /** GB/T 4761, relation to the applicant. */
  readonly relation: string;
  readonly basis: Facts['members'][number]['basis'];
}

/** An authorisation as civil affairs keeps it. */
export interface Authorisation {
  readonly number: string;
  readonly personId: string;
  readonly signedOn: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
}

export type Kind = 'APPLICATION' | 'RECHECK';
export type Tier = 'MUNICIPAL' | 'DISTRICT';
export type Verdict = SettledFinding['verdict'];
export type Decision = 'GRANTED' | 'REFUSED';
export type RecheckClass = 'YEARLY' | 'HALF_YEARLY' | 'QUARTERLY' | 'MONTHLY';

/** The application that is verified, as it was when it was accepted. */
export interface AcceptedApplication {
  readonly kind: Kind;
  readonly householdId: string;
  readonly applicationNumber: string;
  readonly program: Program;
  readonly appliedOn: CalendarDate;
  readonly divisionCode: string;
  readonly commissionedBy: string;
  readonly people: readonly VerifiedPerson[];
  /** The verification before, whose report a re-check is compared with. */
  readonly previousId: string | null;
  readonly batchId: string | null;
  /** The household's authorisations for the program, as civil affairs held them. */
  readonly authorisations: readonly Authorisation[];
}

/** A finding as somebody judged it: its id, and what the id is made of. */
export interface FindingReference extends Pick<Finding, 'code' | 'person'> {
  readonly id: string;
  readonly recordIds: readonly string[];
}

/** What each step says beside that it was made. */
export interface StepContent {
  readonly ACCEPT: AcceptedApplication;
  readonly RECORD_AUTHORISATION: { readonly authorisations: readonly Authorisation[] };
  readonly COMPLETE_AUTHORISATION: Readonly<Record<string, never>>;
  readonly WITHDRAW_AUTHORISATION: { readonly number: string; readonly withdrawnOn: CalendarDate };
  /** The numbers of the authorisations by which registries are asked. */
  readonly START: { readonly authorisations: readonly string[] };
  readonly ASK_MUNICIPAL: Readonly<Record<string, never>>;
  readonly ASK_DISTRICT: Readonly<Record<string, never>>;
  readonly COMPILE: Readonly<Record<string, never>>;
  readonly SEND_TO_FIELD: Readonly<Record<string, never>>;
  readonly CHECK_IN_FIELD: {
    readonly finding: FindingReference;
    readonly verdict: Verdict;
    readonly note: string;
    readonly visitedOn: CalendarDate;
  };
  readonly REPORT: {
    readonly version: number;
    readonly digest: string;
    readonly outcome: Outcome;
    /** Why it was issued before every visit; null where it followed by itself. */
    readonly reason: string | null;
  };
  readonly NOTIFY: { readonly manner: string };
  readonly OBJECT: { readonly finding: FindingReference; readonly evidence: string };
  readonly ACCEPT_FINDINGS: Readonly<Record<string, never>>;
  readonly DECIDE_OBJECTION: {
    readonly findingId: string;
    readonly decision: 'UPHELD' | 'REJECTED';
    readonly reason: string;
  };
  readonly COMPLETE_RECHECK: Readonly<Record<string, never>>;
  readonly CONCLUDE: {
    readonly decision: Decision;
    readonly reason: string | null;
    readonly recheck: RecheckClass;
    readonly outcome: Outcome;
  };
  readonly MONITOR: { readonly nextRecheckOn: CalendarDate };
  readonly CLOSE: { readonly reason: string };
}

/** Who made a step. */
export interface Actor {
  readonly subject: string;
  readonly role: string;
}

/** The verification itself, where a step follows by itself. */
export const itself: Actor = { subject: 'verification', role: 'verification' };

/** One step that was made. */
export type Event = {
  readonly [S in Step]: {
    readonly sequence: number;
    readonly step: S;
    /** The state that it led to. */
    readonly state: State;
    /** RFC 3339. */
    readonly at: string;
    readonly by: Actor;
    readonly content: StepContent[S];
  };
}[Step];
