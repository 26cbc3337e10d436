import { calendarDateOf, type CalendarDate } from '../../../schema/values/calendar-date';
import { parseInstant } from '../../../schema/values/instant';
import type { SettledFinding } from '../../eligibility/engine/assessment';
import type {
  AcceptedApplication,
  Actor,
  Authorisation,
  Event,
  FindingReference,
  RecheckClass,
  StepContent,
  Verdict,
} from './event';
import type { State, Step } from './steps';

/** What a visit or an objection settled of a finding. */
export interface Judgement {
  readonly finding: FindingReference;
  readonly by: 'VISIT' | 'OBJECTION';
  readonly verdict: Verdict;
  readonly note: string;
  readonly on: CalendarDate;
  /** What the family brought forward, where it objected. */
  readonly evidence: string | null;
}

/** What a family contests. */
export interface Objection {
  readonly finding: FindingReference;
  readonly evidence: string;
  readonly decision: 'UPHELD' | 'REJECTED' | null;
}

/** A version of the report, by what its event says. */
export type ReportReference = StepContent['REPORT'] & { readonly at: string };

/** What somebody decided. */
export type Conclusion = StepContent['CONCLUDE'] & { readonly at: string; readonly by: Actor };

/** A verification as its events make it. Nothing of it is stored but the events. */
export interface Verification {
  readonly id: string;
  readonly application: AcceptedApplication;
  readonly state: State;
  /** The number of its events. */
  readonly version: number;
  readonly acceptedOn: CalendarDate;
  readonly acceptedAt: string;
  /** The day on which it came into its state. */
  readonly since: CalendarDate;
  /** By number. */
  readonly authorisations: ReadonlyMap<string, Authorisation>;
  /** How often it was commissioned: after authorisations were taken back and given again, all is asked anew. */
  readonly run: number;
  readonly startedOn: CalendarDate | null;
  /** The numbers of the authorisations by which registries were asked since then. */
  readonly askedBy: readonly string[];
  readonly judgements: readonly Judgement[];
  readonly objections: readonly Objection[];
  readonly reports: readonly ReportReference[];
  readonly notifiedOn: CalendarDate | null;
  /** Whether the family said that it has no objection to the newest report. */
  readonly isUncontested: boolean;
  readonly conclusion: Conclusion | null;
  readonly recheck: RecheckClass | null;
  readonly nextRecheckOn: CalendarDate | null;
  readonly events: readonly Event[];
}

/** Makes a verification of all its events, in their order; null of none. */
export function verificationOf(id: string, events: readonly Event[]): Verification | null {
  const [first, ...rest] = events;
  if (first?.step !== 'ACCEPT') return null;
  return rest.reduce(after, accepted(id, first));
}

/** The verification after one more event. */
export function after(before: Verification, event: Event): Verification {
  const on = dayOf(event.at);
  return {
    ...before,
    ...changeBy(before, event, on),
    state: event.state,
    version: event.sequence,
    since: event.state === before.state ? before.since : on,
    events: [...before.events, event],
  };
}

/**
 * What people have settled, by finding: the last word of a visit, or an objection that was upheld. One that is rejected
 * leaves the finding as it was: nobody is worse off for having objected, nor better.
 */
export function settling({ judgements }: Verification): ReadonlyMap<string, Judgement> {
  return new Map(
    judgements
      .filter(({ by, verdict }) => by === 'VISIT' || verdict === 'REFUTED')
      .map((judgement) => [judgement.finding.id, judgement]),
  );
}

/** The same as the engine takes it. */
export function settledFindings(verification: Verification): readonly SettledFinding[] {
  return [...settling(verification).values()].map(({ finding: { code, person, recordIds }, verdict }) => ({
    ...{ code, person, recordIds, verdict },
  }));
}

function accepted(id: string, event: Extract<Event, { step: 'ACCEPT' }>): Verification {
  const on = dayOf(event.at);
  return {
    id,
    application: event.content,
    state: event.state,
    version: event.sequence,
    acceptedOn: on,
    acceptedAt: event.at,
    since: on,
    authorisations: byNumber(event.content.authorisations),
    run: 0,
    startedOn: null,
    askedBy: [],
    judgements: [],
    objections: [],
    reports: [],
    notifiedOn: null,
    isUncontested: false,
    conclusion: null,
    recheck: null,
    nextRecheckOn: null,
    events: [event],
  };
}

/** What an event changes beside state and version. */
function changeBy(before: Verification, event: Event, on: CalendarDate): Partial<Verification> {
  const change = changes[event.step] as Change<Step> | undefined;
  return change?.(before, event, on) ?? {};
}

type EventOf<S extends Step> = Extract<Event, { readonly step: S }>;
type Change<S extends Step> = (
  before: Verification,
  event: EventOf<S>,
  on: CalendarDate,
) => Partial<Verification>;

/** By step; those that change nothing else are left out. */
const changes: { readonly [S in Step]?: Change<S> } = {
  RECORD_AUTHORISATION: ({ authorisations }, { content }) => ({
    authorisations: new Map([...authorisations, ...byNumber(content.authorisations)]),
  }),
  WITHDRAW_AUTHORISATION: ({ authorisations }, { content }) => ({
    authorisations: withdrawn(authorisations, content),
  }),
  // Nothing that was judged of other answers counts of these.
  START: ({ run }, { content }, on) => ({
    run: run + 1,
    startedOn: on,
    askedBy: content.authorisations,
    judgements: [],
  }),
  CHECK_IN_FIELD: ({ judgements }, { content: { finding, verdict, note, visitedOn } }) => ({
    judgements: [...judgements, { finding, verdict, note, by: 'VISIT', on: visitedOn, evidence: null }],
  }),
  REPORT: ({ reports }, { content, at }) => ({ reports: [...reports, { ...content, at }] }),
  NOTIFY: (_, __, on) => ({ notifiedOn: on, isUncontested: false }),
  ACCEPT_FINDINGS: () => ({ isUncontested: true }),
  OBJECT: ({ objections }, { content }) => ({ objections: [...objections, { ...content, decision: null }] }),
  DECIDE_OBJECTION: (before, { content }, on) => decided(before, content, on),
  CONCLUDE: (_, { content, at, by }) => ({
    conclusion: { ...content, at, by },
    recheck: content.recheck,
  }),
  MONITOR: (_, { content }) => ({ nextRecheckOn: content.nextRecheckOn }),
  CLOSE: () => ({ nextRecheckOn: null }),
};

function decided(
  { objections, judgements }: Verification,
  { findingId, decision, reason }: StepContent['DECIDE_OBJECTION'],
  on: CalendarDate,
): Partial<Verification> {
  const objection = objections.find(({ finding }) => finding.id === findingId);
  if (!objection) throw new Error('a decision is on an objection');
  const { finding, evidence } = objection;
  const verdict = decision === 'UPHELD' ? 'REFUTED' : 'CONFIRMED';
  const judgement: Judgement = { finding, evidence, verdict, by: 'OBJECTION', note: reason, on };
  return {
    objections: objections.map((one) => (one === objection ? { ...one, decision } : one)),
    judgements: [...judgements, judgement],
  };
}

function withdrawn(
  authorisations: Verification['authorisations'],
  { number, withdrawnOn }: StepContent['WITHDRAW_AUTHORISATION'],
): Verification['authorisations'] {
  const authorisation = authorisations.get(number);
  if (!authorisation) throw new Error('what is withdrawn was recorded');
  return new Map([...authorisations, [number, { ...authorisation, withdrawnOn }]]);
}

function byNumber(authorisations: readonly Authorisation[]): ReadonlyMap<string, Authorisation> {
  return new Map(authorisations.map((authorisation) => [authorisation.number, authorisation]));
}

/** The day in China of an instant as events tell it. */
function dayOf(instant: string): CalendarDate {
  return calendarDateOf(parseInstant(instant));
}
