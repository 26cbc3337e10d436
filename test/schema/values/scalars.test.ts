import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  graphqlSync,
  Kind,
  parse,
  parseValue,
  printError,
} from 'graphql';

import { scalars } from '../../../schema/values/scalars';

type ScalarName = keyof typeof scalars;

const canonical: Record<ScalarName, string[]> = {
  Date: ['2018-05-31', '2016-02-29'],
  DateTime: ['2018-05-31T08:30:00+08:00', '2018-05-31T00:30:00.5Z'],
  YearMonth: ['2018-05'],
  Yuan: ['546.00', '-0.05', '0.00'],
};

const misuse: Record<ScalarName, unknown[]> = {
  Date: ['20180531', '2018/5/31', '2018-02-30', ' 2018-05-31', '2018-05-31\n', new Date(0)],
  DateTime: [
    '2018-05-31',
    '2018-05-31T08:30:00',
    '2018-02-30T08:30:00Z',
    ' 2018-05-31T00:30:00Z',
    new Date(0),
  ],
  YearMonth: ['201805', ' 201805', '2018-13', '2018-05-31', ' 2018-05'],
  Yuan: ['546', '546.0', '546.000', '+546.00', '5,460.00', ' 546.00', '.50', '５.00', 546.07],
};

const anywhere: unknown[] = ['', '欧阳测试', 40718, true, null, undefined, [], {}, 40718n, Symbol('s')];

describe.each(Object.keys(scalars) as ScalarName[])('the scalar %s', (name) => {
  const scalar = scalars[name];

  test('gives and takes its canonical strings unaltered', () => {
    for (const value of canonical[name]) {
      expect(scalar.serialize(value)).toBe(value);
      expect(scalar.parseValue(value)).toBe(value);
      expect(scalar.parseLiteral({ kind: Kind.STRING, value })).toBe(value);
    }
  });

  test('refuses everything else, naming itself and the form and never the value', () => {
    for (const value of [...misuse[name], ...anywhere]) {
      for (const use of [scalar.serialize, scalar.parseValue]) {
        const error = errorOf(() => use(value));
        expect(error.message).toMatch(new RegExp(`^${name} expects an? `));
        expect(error.message).not.toMatch(/欧阳|40718|546\.07|02-30/);
      }
    }
  });

  test('refuses literals that are not strings', () => {
    for (const literal of ['5460', '546.07', 'true', 'null', 'MAY', '["2018-05-31"]', '{ a: 1 }']) {
      const error = errorOf(() => scalar.parseLiteral(parseValue(literal)));
      expect(error.message).toMatch(new RegExp(`^${name} expects`));
    }
  });

  test('is described as in common.graphql', () => {
    const common = parse(readFileSync(join(__dirname, '../../../schema/common.graphql'), 'utf8'));
    const definition = common.definitions.find(
      (node) => node.kind === Kind.SCALAR_TYPE_DEFINITION && node.name.value === name,
    );
    expect(definition).toMatchObject({ description: { value: scalar.description } });
  });

  test('shows no value in the errors of a query, neither of an argument nor of a result', () => {
    const field = { type: scalar, args: { of: { type: scalar } }, resolve: () => '欧阳测试' };
    const schema = new GraphQLSchema({
      query: new GraphQLObjectType({ name: 'Query', fields: { field, other: { type: GraphQLString } } }),
    });
    for (const source of ['{ field(of: "欧阳测试") }', '{ field }']) {
      const { errors = [] } = graphqlSync({ schema, source });
      expect(errors).toHaveLength(1);
      for (const error of errors) expect(printError(error)).toContain(`${name} expects`);
      for (const error of errors) expect(JSON.stringify(error) + printError(error)).not.toContain('欧阳');
    }
  });
});

function errorOf(use: () => unknown): GraphQLError {
  try {
    use();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error('The value was accepted.');
}
