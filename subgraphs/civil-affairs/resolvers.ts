import { catalogueError } from '../../schema/wire/catalogue-error';
import { check, type CheckParent } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { endAuthorisation, type EndArguments } from './end-authorisation';
import { findHousehold, referredHousehold, type HouseholdRow } from './household';
import { keepAuthorisations, type KeepArguments } from './keep-authorisations';
import { marriageRecord } from './marriage-record';
import { peopleOf, subjectsOf, type PersonOfHousehold } from './people';
import { assistanceRolls } from './registries/assistance-rolls';
import { deaths } from './registries/deaths';
import { marriages } from './registries/marriages';
import { searchHouseholds, type SearchArguments } from './search-households';

const maxHouseholds = 200;

export const resolvers: Subgraph['resolvers'] = {
  Query: {
    household: (_: unknown, { id }: { id: string }, context) => findHousehold(id, context),
    households: (_: unknown, { ids }: { ids: readonly string[] }, context) => {
      if (ids.length > maxHouseholds) throw catalogueError('TOO_MANY_HOUSEHOLDS');
      return ids.map((id) => findHousehold(id, context));
    },
    searchHouseholds: (_: unknown, args: SearchArguments, context) => searchHouseholds(args, context),
  },
  Mutation: {
    keepAuthorisations: (_: unknown, args: KeepArguments, context) => keepAuthorisations(args, context),
    endAuthorisation: (_: unknown, args: EndArguments, context) => endAuthorisation(args, context),
  },
  Household: {
    __resolveReference: ({ id }: { id: string }, context: DepartmentContext) =>
      referredHousehold(id, context),
    id: ({ householdId }: HouseholdRow) => householdId,
    application: (household: HouseholdRow) => ({ ...household, number: household.applicationNumber }),
    members: (household: HouseholdRow, _, context) => peopleInRole(household, 'MEMBER', context),
    obligors: (household: HouseholdRow, _, context) => peopleInRole(household, 'OBLIGOR', context),
    assets: namespace,
    registrations: namespace,
  },
  HouseholdAssets: { __resolveReference: referredNamespace },
  HouseholdRegistrations: {
    __resolveReference: referredNamespace,
    marriages: check(marriages, { record: marriageRecord }),
    deaths: check(deaths, { withoutAuthorisation: true }),
    assistanceRolls: check(assistanceRolls, { withoutAuthorisation: true }),
  },
};

/** The object on which registries hang: whom they are asked about is found once a household and operation. */
interface Namespace extends CheckParent {
  readonly householdId: string;
}

function namespace(household: HouseholdRow, _: unknown, context: DepartmentContext): Namespace {
  return {
    householdId: household.householdId,
    subjects: async () => subjectsOf(await peopleOf(household, context)),
  };
}

async function referredNamespace(
  { householdId }: { householdId: string },
  context: DepartmentContext,
): Promise<Namespace | null> {
  const household = await referredHousehold(householdId, context);
  return household && namespace(household, undefined, context);
}

async function peopleInRole(
  household: HouseholdRow,
  role: PersonOfHousehold['role'],
  context: DepartmentContext,
) {
  const people = await peopleOf(household, context);
  return people
    .filter((person) => person.role === role)
    .map((person) => ({
      ...person,
      maskedIdNumber: person.person.masked,
      birthDate: person.person.birthDate,
      declaredIncome: person,
    }));
}
