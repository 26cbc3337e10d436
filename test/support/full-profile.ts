import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { buildSchema, getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import { packageRoot } from '../../schema/package-root';
import { departments } from '../../subgraphs';
import type { PersonColumn } from '../../subgraphs/runtime/registry/person-column';
import type { Registry } from '../../subgraphs/runtime/registry/registry';
import type { Registries } from './exchange-files';
import type { Someone } from './family';

/** The registries that are asked about persons. */
export const registriesOfPersons: readonly Registry[] = departments
  .flatMap(({ registries }) => registries)
  .filter(({ persons }) => persons.length > 0);

/**
 * Every field of every registry on a household, taken from the graph itself; of persons their ids alone. With
 * aliases, every registry stands there once more under each of them, followed by its name.
 */
export function fullProfile(...aliases: readonly string[]): string {
  const sdl = readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8');
  const types = buildSchema(sdl).getTypeMap();
  const namespaces = { assets: 'HouseholdAssets', registrations: 'HouseholdRegistrations' };
  return Object.entries(namespaces)
    .map(([field, name]) => {
      const checks = selectionsOf(types[name] as GraphQLObjectType);
      const again = aliases.flatMap((alias) =>
        checks.map((check) => `${alias}_${check.name}: ${check.text}`),
      );
      return `${field} { ${[...checks.map(({ text }) => text), ...again].join(' ')} }`;
    })
    .join(' ');
}

function selectionsOf(type: GraphQLObjectType): readonly { readonly name: string; readonly text: string }[] {
  return Object.values(type.getFields()).map(({ name, type: of }) => {
    const named = getNamedType(of);
    return { name, text: isObjectType(named) ? `${name} ${selectionOf(named)}` : name };
  });
}

function selectionOf(type: GraphQLObjectType): string {
  if (type.name === 'Person') return '{ id }';
  return `{ ${selectionsOf(type)
    .map(({ text }) => text)
    .join(' ')} }`;
}

/**
 * A row about the person in every registry: the first one of the department's sample, with the person in it,
 * and beside them in a registry of couples somebody else. Registries that those rows refer to come as they are.
 */
export function rowsInAll(id: string, person: Someone, other: Someone): Registries {
  return Object.fromEntries(
    departments.flatMap((department) =>
      department.registries
        .filter((registry) => registriesOfPersons.includes(registry))
        .map((registry) => [
          registry.table,
          [{ ...sampleRow(department.name, registry), ...cellsOf(registry, id, [person, other]) }],
        ]),
    ),
  );
}

/** The rows of the registries to which those of `rowsInAll` refer. */
export function rowsReferredTo(): Registries {
  return Object.fromEntries(
    departments.flatMap(({ name, registries }) =>
      registries
        .filter((registry) => registriesOfPersons.includes(registry))
        .flatMap(({ references }) => references)
        .map(({ registry }) => [registry.table, [sampleRow(name, registry)]]),
    ),
  );
}

function cellsOf(
  registry: Registry,
  id: string,
  people: readonly Someone[],
): Readonly<Record<string, string>> {
  const columnStoredAs = (stored: string) =>
    registry.columns.find((column) => column.stored.some(({ name }) => name === stored))?.name ?? stored;
  const numbers = registry.columns.filter((column) => 'personId' in column) as unknown as PersonColumn[];
  return {
    ...Object.fromEntries(registry.key.map((stored) => [columnStoredAs(stored), `${registry.table}-${id}`])),
    ...Object.fromEntries(
      registry.persons.flatMap(({ personId, name }, index) => [
        [numbers.find((column) => column.personId === personId)?.name ?? '', people[index]?.number ?? ''],
        [columnStoredAs(name), people[index]?.name ?? ''],
      ]),
    ),
  };
}

function sampleRow(department: string, { table }: Registry): Readonly<Record<string, string>> {
  const file = join(packageRoot, 'subgraphs', department, 'sample', `${table}.csv`);
  const [row] = parseCsv<Record<string, string>>(readFileSync(file), { columns: true, bom: true });
  if (!row) throw new Error(`${file} has no row`);
  return row;
}
