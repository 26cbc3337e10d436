import { calendarDateOf } from '../../../schema/values/calendar-date';
import { formatInstant } from '../../../schema/values/instant';
import type { Finding } from '../../eligibility/engine/assessment';
import type { DepartmentContext } from '../../runtime/serve/department-context';
import { overdue } from '../clocks/deadlines';
import { findingsToVisit } from '../facts/findings-to-visit';
import type { Office } from '../office';
import { authorisationInForce, missingAuthorisations, mustAuthorise } from '../process/authorised';
import type { Event, VerifiedPerson } from '../process/event';
import { findingIdOf } from '../process/finding-id';
import { settling, type Verification } from '../process/verification';
import type { KeptAttempt } from '../store/attempts';
import { assessmentOf, type LoadersOf } from './loaders';

/** The fields of a verification that are more than what it holds under their name. */
export function verificationFields(office: Office, loadersOf: LoadersOf) {
  const { clocks, clock } = office;
  const deadlineOf = (verification: Verification) => clocks.deadlines.deadlineOf(verification);
  const personView = (verification: Verification) => (person: VerifiedPerson) => {
    const today = calendarDateOf(clock());
    const { id, declaredName, maskedIdNumber, role, basis } = person;
    return {
      person: { id },
      ...{ declaredName, maskedIdNumber, role, basis },
      mustAuthorise: mustAuthorise(verification.application, person, today),
      authorisationNumber: authorisationInForce(verification, id, today)?.number ?? null,
    };
  };
  return {
    ...applicationFields,
    deadline: deadlineOf,
    overdue: (verification: Verification) => overdue(deadlineOf(verification), calendarDateOf(clock())),
    people: (verification: Verification) => verification.application.people.map(personView(verification)),
    missingAuthorisations: (verification: Verification) =>
      missingAuthorisations(verification, calendarDateOf(clock())).map(personView(verification)),
    attempts: async ({ id }: Verification, _: unknown, context: DepartmentContext) =>
      (await loadersOf(context).attempts.load(id)).map(attemptView),
    findings: async (verification: Verification, _: unknown, context: DepartmentContext) => {
      const assessment = await assessmentOf(office, verification, loadersOf(context));
      if (!assessment) return [];
      const toVisit = new Set(findingsToVisit(assessment));
      const settled = settling(verification);
      return assessment.findings.map((finding) => findingView(finding, toVisit.has(finding), settled));
    },
    outcome: async (verification: Verification, _: unknown, context: DepartmentContext) =>
      (await assessmentOf(office, verification, loadersOf(context)))?.outcome ?? null,
    report: async ({ id }: Verification, _: unknown, context: DepartmentContext) =>
      (await loadersOf(context).reports.load(id)).at(-1) ?? null,
    reports: ({ id }: Verification, _: unknown, context: DepartmentContext) =>
      loadersOf(context).reports.load(id),
    conclusion: ({ conclusion }: Verification) =>
      conclusion && { ...conclusion, decidedAt: conclusion.at, decidedBy: conclusion.by.subject },
    events: ({ events }: Verification) => events.map(eventView),
    alerts: ({ id }: Verification, _: unknown, context: DepartmentContext) =>
      loadersOf(context).alerts.load(id),
  };
}

const applicationFields = {
  householdId: ({ application }: Verification) => application.householdId,
  household: ({ application }: Verification) => ({ __typename: 'Household', id: application.householdId }),
  kind: ({ application }: Verification) => application.kind,
  applicationNumber: ({ application }: Verification) => application.applicationNumber,
  program: ({ application }: Verification) => application.program,
  appliedOn: ({ application }: Verification) => application.appliedOn,
  divisionCode: ({ application }: Verification) => application.divisionCode,
  commissionedBy: ({ application }: Verification) => application.commissionedBy,
};

function attemptView({ tier, number, at, answers }: KeptAttempt) {
  return {
    ...{ tier, number },
    at: formatInstant(at),
    registries: Object.entries(answers).map(([registry, { status }]) => ({ registry, status })),
  };
}

function findingView(finding: Finding, needsVisit: boolean, settled: ReturnType<typeof settling>) {
  const { code, effect, person, message, evidence } = finding;
  const id = findingIdOf(finding);
  return {
    ...{ id, code, effect, message, evidence, needsVisit },
    person: person === null ? null : { id: person },
    verdict: settled.get(id)?.verdict ?? null,
  };
}

function eventView(event: Event) {
  const { sequence, step, state, at, by } = event;
  return { sequence, step, state, at, by: by.subject, role: by.role, note: noteOf(event) };
}

/** What somebody wrote with a step. */
function noteOf(event: Event): string | null {
  switch (event.step) {
    case 'CHECK_IN_FIELD':
      return event.content.note;
    case 'OBJECT':
      return event.content.evidence;
    case 'DECIDE_OBJECTION':
    case 'CONCLUDE':
    case 'REPORT':
    case 'CLOSE':
      return event.content.reason;
    default:
      return null;
  }
}
