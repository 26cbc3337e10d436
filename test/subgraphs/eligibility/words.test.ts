import { getNamedType, isEnumType, isObjectType, type GraphQLObjectType } from 'graphql';
import { checkStatuses } from '../../../schema/values/check-status';
import { programs, readFacts, registryNames } from '../../../subgraphs/eligibility/engine/facts/facts';
import { apiSchema } from '../../support/api-schema';
import { household, record, type ArrivedCheck, type Representation } from './representation';

function wordsOf(type: string): readonly string[] {
  const named = apiSchema.getType(type);
  if (!isEnumType(named)) throw new Error(`${type} is no enum`);
  return named.getValues().map(({ name }) => name);
}

describe('The words of the facts', () => {
  it('are the graph’s where a status or a program is told', () => {
    expect([...checkStatuses].sort()).toEqual([...wordsOf('CheckStatus')].sort());
    expect([...programs].sort()).toEqual([...wordsOf('AssistanceProgram')].sort());
  });

  const people: readonly (readonly [string, string, (word: string) => unknown])[] = [
    ['residence', 'Residence', (residence) => ({ ...household('YB-1'), residence })],
    ['program', 'AssistanceProgram', (program) => household('YB-1', { program })],
    ['basis', 'MembershipBasis', (basis) => withMember({ basis })],
    ['disabilityKind', 'DisabilityKind', (disabilityKind) => withMember({ disabilityKind })],
  ];

  it.each(people)('of %s are those of %s', (_, type, of) => {
    for (const word of wordsOf(type)) expect(() => readFacts(of(word) as Representation)).not.toThrow();
    expect(() => readFacts(of('NO_SUCH_WORD') as Representation)).toThrow(
      expect.objectContaining({ expected: expect.stringContaining('one of') as string }) as Error,
    );
  });

  it.each(enumsOfRecords())('of %s are those of %s', (place, type) => {
    const [registry = '', list = '', ...path] = place.split('.');
    expect(isRead(registry, list, [])).toBe(true);
    for (const word of wordsOf(type))
      expect({ word, read: isRead(registry, list, path, word) }).toEqual({ word, read: true });
    expect(isRead(registry, list, path, 'NO_SUCH_WORD')).toBe(false);
  });
});

function withMember(cells: Readonly<Record<string, unknown>>): unknown {
  const whole = household('YB-1');
  return { ...whole, members: [{ ...whole.members[0], ...cells }] };
}

/** Whether a registry's row arrives with a word at a place; a check that holds another form says nothing. */
function isRead(registry: string, list: string, path: readonly string[], word?: string): boolean {
  const whole = household('YB-1');
  const namespace = registry in whole.assets ? 'assets' : 'registrations';
  const row = record(registry, 'YB-1-1', list);
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce((of, key) => of[key] as typeof row, row);
  if (last !== undefined) holder[last] = word;
  const check: ArrivedCheck = { ...whole[namespace][registry]!, [list]: [row] };
  whole[namespace][registry] = check;
  const read = readFacts(whole)[namespace] as unknown as Record<string, { statuses: { size: number } }>;
  return read[registry]!.statuses.size === 1;
}

/** Every word of an enum that is read of a row, as registry.list.field, with the enum's name. */
function enumsOfRecords(): readonly (readonly [string, string])[] {
  return registryNames.flatMap((registry) => {
    const whole = household('YB-1');
    const check = (whole.assets[registry] ?? whole.registrations[registry])!;
    const lists = Object.keys(check).filter((name) => !['asOf', 'subjects'].includes(name));
    return lists.flatMap((list) => {
      const namespace = registry in whole.assets ? 'HouseholdAssets' : 'HouseholdRegistrations';
      const ofCheck = fieldOf(apiSchema.getType(namespace) as GraphQLObjectType, registry);
      const ofRow = fieldOf(ofCheck as GraphQLObjectType, list) as GraphQLObjectType;
      return enumsIn(ofRow, record(registry, 'p', list), `${registry}.${list}`);
    });
  });
}

function fieldOf(type: GraphQLObjectType, name: string) {
  return getNamedType(type.getFields()[name]!.type);
}

function enumsIn(
  type: GraphQLObjectType,
  row: Readonly<Record<string, unknown>>,
  place: string,
): readonly (readonly [string, string])[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const named = fieldOf(type, name);
    if (isEnumType(named)) return [[`${place}.${name}`, named.name] as const];
    const isObject = isObjectType(named) && named.name !== 'Person' && !Array.isArray(value);
    return isObject ? enumsIn(named, value as typeof row, `${place}.${name}`) : [];
  });
}
