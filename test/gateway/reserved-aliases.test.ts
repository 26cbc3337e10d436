import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { reservedAliases } from '../../gateway/reserved-aliases';
import { readReservedNames } from '../../gateway/reserved-names';
import { packageRoot } from '../../schema/package-root';
import { openDistrict } from '../support/district';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const api = buildSchema(read('schema/api.graphql'));
const supergraph = buildSchema(read('schema/supergraph.graphql'), { assumeValidSDL: true });
const rule = reservedAliases(readReservedNames(supergraph));

function faults(query: string): string[] {
  return validate(api, parse(query), [rule]).map(({ message }) => message);
}

describe('An alias', () => {
  it.each([
    ['a key of its type', '{ household(id: "H") { id: address } }', '"id" is reserved on "Household"'],
    [
      'what the registries are asked about',
      `{ household(id: "H") { assets { subjects: vehicles { status } } } }`,
      '"subjects" is reserved on "HouseholdAssets"',
    ],
    [
      'a key, inside a fragment',
      `{ household(id: "H") { registrations { ...F } } } fragment F on HouseholdRegistrations { householdId: __typename }`,
      '"householdId" is reserved on "HouseholdRegistrations"',
    ],
    [
      'a registry that the assessment reads',
      '{ household(id: "H") { assets { vehicles: realEstate { status } } eligibility { outcome } } }',
      '"vehicles" is reserved on "HouseholdAssets"',
    ],
    [
      'a fact that the assessment reads, however deep',
      `{ household(id: "H") { registrations { businesses { records { business { status: creditCode } } } } } }`,
      '"status" is reserved on "Business"',
    ],
    [
      'a fact, seen through an interface',
      `{ household(id: "H") { assets { vehicles { ... on RegistryCheck { asOf: status } } } } }`,
      '"asOf" is reserved on "RegistryCheck"',
    ],
    ['the type', '{ household(id: "H") { __typename: address } }', '"__typename" is reserved on "Household"'],
  ])('may not stand for %s', (_, query, fault) => {
    expect(faults(query)).toEqual([expect.stringContaining(fault)]);
  });

  it.each([
    '{ household(id: "H") { subjects: address householdId: id id: id assets { vehicles { status } } } }',
    '{ a: household(id: "H") { b: id c: assets { d: vehicles { e: status } } } }',
    '{ household(id: "H") { members { name: declaredName owner: person { id } } assets: assets { a: vehicles { status } } } }',
  ])('may stand for anything else', (query) => {
    expect(faults(query)).toEqual([]);
  });

  it('that is reserved is refused in words, and nothing is asked', async () => {
    const district = await openDistrict({ registries: {} });
    try {
      const { errors } = await district.ask(
        '{ household(id: "H") { assets { subjects: vehicles { status } } } }',
      );
      expect(errors).toEqual([
        expect.objectContaining({
          message: expect.stringContaining('choose another') as string,
          extensions: expect.objectContaining({ code: 'GRAPHQL_VALIDATION_FAILED' }) as object,
        }),
      ]);
      expect(district.statements).toEqual([]);
    } finally {
      await district.close();
    }
  });
});
