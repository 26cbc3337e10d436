import { buildSubgraphSchema } from '@apollo/subgraph';
import { getNamedType, isObjectType, parse, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { departmentSdl } from '../../schema/department-sdl';
import { departments } from '../../subgraphs';
import { keepsRegistries } from '../../subgraphs/runtime/define-subgraph';

/** The two parts of a household under which registries answer, with their types. */
const namespaces = { assets: 'HouseholdAssets', registrations: 'HouseholdRegistrations' } as const;

export type Namespace = keyof typeof namespaces;

/** Where a registry answers in a household, such as assets.vehicles. */
export interface CheckPlace {
  readonly namespace: Namespace;
  readonly check: string;
}

/** Where the checks of a schema stand. */
export function checksIn(schema: GraphQLSchema): readonly CheckPlace[] {
  return (Object.keys(namespaces) as Namespace[]).flatMap((namespace) => {
    const type = schema.getType(namespaces[namespace]);
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    return fields.filter(({ type: of }) => isCheck(of)).map(({ name: check }) => ({ namespace, check }));
  });
}

function isCheck(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && named.getInterfaces().some(({ name }) => name === 'RegistryCheck');
}

const places: ReadonlyMap<string, readonly CheckPlace[]> = new Map(
  departments
    .filter(keepsRegistries)
    .map(({ name }) => [name, checksIn(buildSubgraphSchema(parse(departmentSdl(name))))]),
);

/** The checks that a department adds to households, by its own schema; none where it keeps no registry. */
export function checksOf(department: string): readonly CheckPlace[] {
  const checks = places.get(department) ?? [];
  if (checks.length === 0 && places.has(department)) throw new Error(`${department} has no checks`);
  return checks;
}

/** The parts of a household to which a department adds: the household itself where it keeps no registry. */
export function partsOf(department: string): readonly (readonly Namespace[])[] {
  if (!places.has(department)) return [[]];
  return [...new Set(checksOf(department).map(({ namespace }) => namespace))].map((namespace) => [namespace]);
}
