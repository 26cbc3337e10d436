import { catalogueError } from '../../schema/wire/catalogue-error';
import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { residents } from './registries/residents';
import { vehicles } from './registries/vehicles';

export const resolvers: Subgraph['resolvers'] = {
  Query: {
    person: async (_: unknown, { id }: PersonKey, context) => (await findPerson(id, context)) && { id },
  },
  // Persons come from many places: from the query, from references, from the registries' own records.
  Person: {
    __resolveReference: ({ id }: PersonKey) => ({ id }),
    name: async ({ id }: PersonKey, _, context) => (await findPerson(id, context))?.name,
    idNumber: async ({ id }: PersonKey, _, context) => (await findPerson(id, context))?.person.number,
    birthDate: async ({ id }: PersonKey, _, context) => (await findPerson(id, context))?.person.birthDate,
    sex: async ({ id }: PersonKey, _, context) => {
      const entry = await findPerson(id, context);
      return entry?.sex ?? entry?.person.sex;
    },
  },
  HouseholdAssets: { vehicles: check(vehicles) },
  HouseholdRegistrations: { residents: check(residents) },
};

interface PersonKey {
  readonly id: string;
}

type Entry = ReturnType<typeof residents.record>;

/** A person as the residence registry knows them: by the entry in force, else by the newest. */
async function findPerson(id: string, context: DepartmentContext): Promise<Entry | null> {
  const answer = await context.lookUp(residents).load(id);
  if (answer.kind === 'silent') throw catalogueError('REGISTRY_UNAVAILABLE');
  const entries = answer.rows.map(({ row }) => residents.record(row));
  return entries.find(({ status }) => status === 'ACTIVE') ?? entries.reduce(newer, null);
}

function newer(a: Entry | null, b: Entry): Entry {
  return a && (a.movedInOn ?? '') >= (b.movedInOn ?? '') ? a : b;
}
