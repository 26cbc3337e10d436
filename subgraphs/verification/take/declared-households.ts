import type { GraphClient } from '../../../schema/wire/graph-client';
import type { Purpose } from '../../../schema/access/purposes';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { AcceptedApplication, Authorisation, VerifiedPerson } from '../process/event';

/** A household as civil affairs has it, with the authorisations of its people. */
export type DeclaredHousehold = Pick<
  AcceptedApplication,
  'householdId' | 'applicationNumber' | 'program' | 'appliedOn' | 'divisionCode' | 'people' | 'authorisations'
>;

/** What VerificationApplication tells of somebody. */
interface ToldPerson extends Omit<VerifiedPerson, 'id' | 'role'> {
  readonly person: { readonly id: string };
  readonly authorisations: readonly Omit<Authorisation, 'personId'>[];
}

interface ToldHousehold {
  readonly id: string;
  readonly divisionCode: string;
  readonly application: {
    readonly number: string;
    readonly program: AcceptedApplication['program'];
    readonly appliedOn: AcceptedApplication['appliedOn'];
  };
  readonly members: readonly ToldPerson[];
  readonly obligors: readonly ToldPerson[];
}

/**
 * Asks civil affairs, through the graph, for households as they declared themselves. Those that there are not are left out.
 * Throws REGISTRY_UNAVAILABLE where it did not answer.
 */
export async function declaredHouseholds(
  graph: GraphClient,
  ids: readonly string[],
  { purpose, reason }: { readonly purpose: Purpose; readonly reason: string },
): Promise<ReadonlyMap<string, DeclaredHousehold>> {
  const request = { operation: 'VerificationApplication', variables: { ids }, purpose, reason };
  const { data, errors } = await graph.ask(request).catch(() => ({ data: null, errors: [] }));
  if (!data || errors.length > 0) throw catalogueError('REGISTRY_UNAVAILABLE');
  const households = data['households'] as readonly (ToldHousehold | null)[];
  return new Map(households.flatMap((told) => (told ? [[told.id, householdOf(told)] as const] : [])));
}

function householdOf({ id, divisionCode, application, members, obligors }: ToldHousehold): DeclaredHousehold {
  const everybody = [...members, ...obligors];
  return {
    householdId: id,
    divisionCode,
    applicationNumber: application.number,
    program: application.program,
    appliedOn: application.appliedOn,
    people: [
      ...members.map((told) => personOf(told, 'MEMBER')),
      ...obligors.map((told) => personOf(told, 'OBLIGOR')),
    ],
    authorisations: everybody.flatMap(({ person, authorisations }) =>
      authorisations.map(({ number, signedOn, validUntil, withdrawnOn }) => ({
        personId: person.id,
        ...{ number, signedOn, validUntil, withdrawnOn },
      })),
    ),
  };
}

function personOf(told: ToldPerson, role: VerifiedPerson['role']): VerifiedPerson {
  const { person, declaredName, maskedIdNumber, birthDate, relation, basis } = told;
  return { id: person.id, declaredName, maskedIdNumber, birthDate, role, relation, basis };
}
