import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { apiSchema } from '../../support/api-schema';
import { openAttackedGateway, production, type AttackedGateway } from '../../support/attacked-gateway';

/** A name that is one letter from the true one, and does not hold it. */
const near = (name: string) => `${name.slice(0, -1)}q`;

/** A question with a near miss, and the true names that its asker did not send. */
interface NearMiss {
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly unsent: readonly string[];
}

const fieldsOf = (type: string) => {
  const found = apiSchema.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
};

const inHousehold = (selection: string) => `{ household(id: "YB-1") { ${selection} } }`;

const missedFields: readonly NearMiss[] = [
  ...fieldsOf('Query').map((name) => ({ what: `Query.${name}`, query: `{ ${near(name)} }`, unsent: [name] })),
  ...fieldsOf('Household').map((name) => ({
    what: `Household.${name}`,
    query: inHousehold(near(name)),
    unsent: [name],
  })),
  ...fieldsOf('HouseholdAssets').map((name) => ({
    what: `HouseholdAssets.${name}`,
    query: inHousehold(`assets { ${near(name)} }`),
    unsent: [name],
  })),
  ...fieldsOf('Person').map((name) => ({
    what: `Person.${name}`,
    query: inHousehold(`members { person { ${near(name)} } }`),
    unsent: [name],
  })),
];

const missedTypes: readonly NearMiss[] = Object.values(apiSchema.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .map((type) => ({
    what: `type ${type.name}`,
    query: isInputType(type)
      ? `query ($v: ${near(type.name)}) { searchHouseholds(filter: $v) { edges { cursor } } }`
      : `{ household(id: "YB-1") { ... on ${near(type.name)} { a } } }`,
    unsent: [type.name],
  }));

const missedArguments: readonly NearMiss[] = Object.values(apiSchema.getQueryType()!.getFields()).flatMap(
  ({ name, args }) =>
    args
      // Of one that has to be there, the answer tells that it is missing.
      .filter((argument) => !isRequiredArgument(argument))
      .map((argument) => ({
        what: `argument ${argument.name} of ${name}`,
        query: `{ ${name}(${near(argument.name)}: "a") { __typename } }`,
        unsent: [argument.name],
      })),
);

const missedInputs: readonly NearMiss[] = Object.values(apiSchema.getTypeMap())
  .filter(isInputObjectType)
  .flatMap((input) =>
    Object.values(input.getFields()).flatMap((field) => {
      const root = input.name === 'AccessFilter' ? 'accessLog' : 'searchHouseholds';
      const asked = `query ($f: ${input.name}) { ${root}(filter: $f) { edges { cursor } } }`;
      const literal = (of: string) => `{ ${root}(filter: { ${of} }) { edges { cursor } } }`;
      const type = getNamedType(field.type);
      const values = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
      const missedName = [field.name];
      return [
        {
          what: `${input.name}.${field.name}`,
          query: literal(`${near(field.name)}: "a"`),
          unsent: missedName,
        },
        {
          what: `${input.name}.${field.name} in a variable`,
          query: asked,
          variables: { f: { [near(field.name)]: 'a' } },
          unsent: missedName,
        },
        ...values.flatMap((value) => [
          { what: value, query: literal(`${field.name}: ${near(value)}`), unsent: values },
          { what: `"${value}"`, query: literal(`${field.name}: "${value}"`), unsent: [] },
          {
            what: `${value} in a variable`,
            query: asked,
            variables: { f: { [field.name]: near(value) } },
            unsent: values,
          },
        ]),
      ];
    }),
  );

const nearMisses = {
  fields: missedFields,
  'types and variables of types': missedTypes,
  arguments: missedArguments,
  'input fields and enum values': missedInputs,
};

// Where everybody reads the schema, a part of them will do.
describe.each([
  ['development', {}, 4],
  ['production', production, 1],
])('In %s, an answer to a near miss', (_, settings, step) => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ departments: ['civil-affairs'], settings });
  });
  afterAll(() => gateway.close());

  it.each(Object.entries(nearMisses))('tells no true name: %s', async (_kind, misses) => {
    expect(misses.length).toBeGreaterThan(5);
    for (const { what, query, variables, unsent } of misses.filter((_miss, index) => index % step === 0)) {
      const { status, data, text } = await gateway.post({ query, variables }, { as: { role: 'auditor' } });
      const disclosed = unsent.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
      expect([what, status, data, disclosed]).toEqual([what, 400, null, []]);
      expect(text).not.toMatch(/did you mean/i);
    }
  });
});
