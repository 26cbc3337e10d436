import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { packageRoot } from '../../schema/package-root';
import { departments } from '../../subgraphs';

/** Where the registries of a household stand in the graph. */
const namespaces: Readonly<Record<string, string>> = {
  HouseholdAssets: 'assets',
  HouseholdRegistrations: 'registrations',
};

const registries = departments.flatMap((department) => department.registries);

/** The exchange files of all registries, without `.csv`, in the order of import. */
export const exchangeFileNames: readonly string[] = registries.map(({ table }) => table);

/**
 * The table of each registry that a household is asked of, by its name in the API, such as `assets.vehicles`.
 * A check that several registries feed is named after the one of the same name, without which it is silent.
 */
export const tablesByApiName: ReadonlyMap<string, string> = new Map(
  checksOfApi().flatMap(([namespace, field]) => {
    const registry = registries.find(({ name }) => name === field);
    return registry ? [[`${namespace}.${field}`, registry.table] as const] : [];
  }),
);

function checksOfApi(): readonly (readonly [string, string])[] {
  const api = parse(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8'));
  return api.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    const namespace = namespaces[definition.name.value];
    return namespace ? (definition.fields ?? []).map(({ name }) => [namespace, name.value] as const) : [];
  });
}
