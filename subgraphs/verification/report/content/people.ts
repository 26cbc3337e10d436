import type { CheckStatus } from '../../../../schema/values/check-status';
import type { IdentityResult, ReportedAuthorisation, ReportedMember } from '../report';
import type { ReportSource } from '../report-source';
import { freeText } from './free-text';

const identityResults: Readonly<Partial<Record<CheckStatus, IdentityResult>>> = {
  FOUND: 'MATCHED',
  NO_RECORD: 'NOT_REGISTERED',
  IDENTITY_CONFLICT: 'NAME_CONFLICT',
};

/** The members, each with what the residence registry says of who they are. */
export function membersOf({ people, facts }: ReportSource): readonly ReportedMember[] {
  const residents = facts.registrations.residents.statuses;
  return people
    .filter(({ role }) => role === 'MEMBER')
    .map((member) => ({
      id: member.id,
      name: freeText(member.declaredName),
      maskedIdNumber: member.maskedIdNumber,
      birthDate: member.birthDate,
      relation: member.relation,
      basis: member.basis,
      identity: identityResults[residents.get(member.id) ?? 'UNAVAILABLE'] ?? 'UNANSWERED',
    }));
}

/** The authorisations by which people were asked about, in the order of the people. */
export function authorisationsOf(source: ReportSource): readonly ReportedAuthorisation[] {
  const { people, verification } = source;
  return people.flatMap(({ id, authorisation }) => {
    if (authorisation === null) return [];
    const { number, signedOn, validUntil, withdrawnOn } = authorisation;
    const { program } = verification;
    return [
      {
        ...{ number, person: id, signedOn, validUntil, withdrawnOn, program },
        registries: registriesAskedAbout(id, source),
      },
    ];
  });
}

function registriesAskedAbout(person: string, { asked, facts }: ReportSource) {
  const checks = { ...facts.assets, ...facts.registrations };
  return asked
    .map(({ registry }) => registry)
    .filter((registry) => (checks[registry].statuses.get(person) ?? 'UNAUTHORISED') !== 'UNAUTHORISED');
}
