import { formatInstant } from '../../../schema/values/instant';
import { formatYuan } from '../../../schema/values/yuan';
import { completenessOf, conclusionOf, outcomeOf } from './content/conclusion';
import { declaredAndFound } from './content/declared-and-found';
import { findingsOf, settlementsOf } from './content/findings';
import { freeText } from './content/free-text';
import { incomeOf } from './content/income';
import { obligorsOf } from './content/obligors';
import { authorisationsOf, membersOf } from './content/people';
import { registriesOf, unansweredOf } from './content/registries';
import { programTerms } from './content/terms';
import { visitQuestionsOf } from './content/visit-questions';
import { schemaVersion, type Report, type ReportedApplication, type ReportedPolicy } from './report';
import type { ReportSource } from './report-source';

const notice =
  '本报告仅供审核参考，是审核确认的依据之一，不是给予或者不予救助的决定。是否给予救助，由审核确认机关依法作出决定。';

/** Makes a version of the report (核对报告). Pure: the same source gives the same report. */
export function reportOf(source: ReportSource): Report {
  const { verification, version, issuedBecause, objection } = source;
  const findings = findingsOf(source);
  return {
    schemaVersion,
    number: `${verification.id}-${version}`,
    verificationId: verification.id,
    version,
    previousDigest: source.previousDigest,
    issuedAt: formatInstant(source.issuedAt),
    issuedBy: source.issuedBy,
    issuedBecause: issuedBecause === null ? null : freeText(issuedBecause),
    validUntil: source.validUntil,
    application: applicationOf(source),
    policy: policyOf(source),
    completeness: completenessOf(source),
    conclusion: conclusionOf(source),
    outcome: outcomeOf(source, findings),
    members: membersOf(source),
    obligors: obligorsOf(source),
    authorisations: authorisationsOf(source),
    registries: registriesOf(source),
    declared: declaredAndFound(source),
    income: incomeOf(source),
    findings,
    settled: settlementsOf(source, findings),
    unanswered: unansweredOf(source),
    visitQuestions: visitQuestionsOf(source),
    objection: { within: objection.within, to: objection.to, bring: [...objection.bring] },
    notice,
  };
}

function applicationOf({ verification }: ReportSource): ReportedApplication {
  const { kind, applicationNumber, householdId, program } = verification;
  return {
    kind,
    number: applicationNumber,
    householdId,
    program,
    programChinese: programTerms[program],
    appliedOn: verification.appliedOn,
    acceptedOn: verification.acceptedOn,
    divisionCode: verification.divisionCode,
    commissionedBy: freeText(verification.commissionedBy),
  };
}

function policyOf({ assessment, standard }: ReportSource): ReportedPolicy {
  const { id, title, document, effectiveFrom } = assessment.edition;
  return {
    ...{ edition: id, title, document, effectiveFrom },
    assessedOn: assessment.assessedOn,
    standard: {
      urban: formatYuan(standard.urban),
      rural: formatYuan(standard.rural),
      specialHardship: formatYuan(standard.specialHardship),
      effectiveFrom: standard.effectiveFrom,
      document: standard.basis.document,
      assumed: standard.basis.assumed || standard.assumed.size > 0,
    },
  };
}
