import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, type GraphQLObjectType } from 'graphql';
import { packageRoot } from '../../../schema/package-root';
import { facts } from '../../../subgraphs/eligibility/engine/facts/facts';
import { ownSdl } from '../../../subgraphs/eligibility/sdl/own-sdl';
import { apiSchema } from '../../support/api-schema';

const sdl = readFileSync(join(packageRoot, 'subgraphs/eligibility/schema.graphql'), 'utf8');

const plain = (selection: string) => print(parse(selection));

describe('The SDL of the department', () => {
  it('is the one that follows from the facts and the other departments', () => {
    expect(sdl === ownSdl()).toBe(true);
  });

  it('requires the selection of facts, to the field', () => {
    const type = parse(sdl).definitions.find(
      (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Household',
    );
    if (type?.kind !== Kind.OBJECT_TYPE_DEFINITION) throw new Error('there is no Household');
    const eligibility = type.fields?.find(({ name }) => name.value === 'eligibility');
    const requires = eligibility?.directives?.find(({ name }) => name.value === 'requires');
    const fields = requires?.arguments?.[0]?.value;
    expect(plain(`{ ${fields?.kind === Kind.STRING ? fields.value : ''} }`)).toBe(plain(facts.selection));
  });

  it('lets clients see an assessment that may be null, and asks for no argument', () => {
    const { type, args } = (apiSchema.getType('Household') as GraphQLObjectType).getFields()['eligibility']!;
    expect(String(type)).toBe('Eligibility');
    expect(args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([
      'program: AssistanceProgram',
      'on: Date',
    ]);
  });
});
