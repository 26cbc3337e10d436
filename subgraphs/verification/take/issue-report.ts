import { calendarDateOf } from '../../../schema/values/calendar-date';
import { registryTerms } from '../../eligibility/engine/rules/registry-terms';
import { registriesOf } from '../facts/registries-of';
import type { Office } from '../office';
import type { StepContent, Tier } from '../process/event';
import type { Judgement, Verification } from '../process/verification';
import { reportOf } from '../report/report-of';
import type { AskedRegistry, ReportSource, SettledMatter } from '../report/report-source';
import { signReport } from '../report/sign-report';
import type { KeptAttempt } from '../store/attempts';
import type { ReportMark, StoredReport } from '../store/reports';
import type { Assessed } from './assessed';

/** A new version of the report, and what its event says of it. */
export interface IssuedReport {
  readonly content: StepContent['REPORT'];
  readonly report: StoredReport;
}

const tiers: readonly Tier[] = ['MUNICIPAL', 'DISTRICT'];

/** Who issues reports. */
const issuer = '渝北区社会救助核查认定中心';

/** Makes and signs the next version of a verification's report. */
export function issueReport(
  { signer, clocks }: Pick<Office, 'signer' | 'clocks'>,
  verification: Verification,
  basis: Assessed,
  { reason, now }: { readonly reason: string | null; readonly now: Date },
): IssuedReport {
  const { id, reports } = verification;
  const { assessment } = basis;
  const version = reports.length + 1;
  const { text, digest } = signReport(
    reportOf(sourceOf(verification, basis, { clocks, reason, now })),
    signer,
  );
  return {
    content: { version, digest, outcome: assessment.outcome, reason },
    report: {
      verificationId: id,
      version,
      issuedAt: now.getTime(),
      digest,
      document: text,
      marks: marksOf(assessment),
    },
  };
}

function sourceOf(
  verification: Verification,
  basis: Assessed,
  { clocks, reason, now }: Pick<Office, 'clocks'> & { readonly reason: string | null; readonly now: Date },
): ReportSource {
  const { id, application, acceptedOn, askedBy, authorisations, reports } = verification;
  const { facts, assessment, policy, attempts } = basis;
  const today = calendarDateOf(now);
  return {
    verification: { ...application, id, acceptedOn },
    version: reports.length + 1,
    previousDigest: reports.at(-1)?.digest ?? null,
    issuedAt: now,
    issuedBy: issuer,
    issuedBecause: reason,
    validUntil: clocks.deadlines.lastDay('reportValidity', today).on,
    people: application.people.map((person) => ({
      ...person,
      // The one by which the registries were asked, whether or not it was taken back since.
      authorisation:
        askedBy.map((number) => authorisations.get(number)).find((one) => one?.personId === person.id) ??
        null,
    })),
    facts,
    assessment,
    standard: policy.standard,
    asked: tiers.flatMap((tier) => askedRegistries(tier, attempts)),
    settled: verification.judgements.map(settledMatter),
    objection: {
      within: `自告知之日起${clocks.deadlines.lengthOf('objection')}内`,
      to: issuer,
      bring: ['身份证件', '本报告', '能证明异议的材料'],
    },
  };
}

function askedRegistries(tier: Tier, attempts: readonly KeptAttempt[]): readonly AskedRegistry[] {
  return registriesOf(tier).flatMap((registry) => {
    const asked = attempts.filter(({ answers }) => registry in answers);
    const last = asked.at(-1);
    if (!last) return [];
    return { registry, chinese: registryTerms[registry], tier, attempts: asked.length, lastAskedAt: last.at };
  });
}

function settledMatter({ finding, by, verdict, note, on, evidence }: Judgement): SettledMatter {
  return { findingId: finding.id, by, verdict, note, on, evidence };
}

/** What statistics count: what was found and not refuted, and who stayed silent. */
function marksOf({ findings, unanswered }: Assessed['assessment']): readonly ReportMark[] {
  const codes = new Set(findings.filter(({ effect }) => effect !== 'NOTE').map(({ code }) => code));
  const silent = new Set(
    unanswered.filter(({ status }) => status === 'UNAVAILABLE').map(({ registry }) => registry),
  );
  return [
    ...[...codes].map((mark) => ({ kind: 'FINDING', mark }) as const),
    ...[...silent].map((mark) => ({ kind: 'SILENT', mark }) as const),
  ];
}
