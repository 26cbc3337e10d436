import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { buildSchema, parse, validate } from 'graphql';
import { clientError } from '../../../gateway/errors/client-error';
import { withScalars } from '../../../gateway/with-scalars';
import { packageRoot } from '../../../schema/package-root';
import { errorCatalogue, type ErrorCode } from '../../../schema/wire/error-catalogue';
import { run, syntheticIdNumbers } from '../../schema/values/synthetic-id-number';
import { openDistrict, twoDepartments } from '../../support/district';

const codes = Object.keys(errorCatalogue) as ErrorCode[];
const silentCodes = codes.filter((code) => code !== 'GRAPHQL_VALIDATION_FAILED' && code !== 'BAD_USER_INPUT');
const api = withScalars(buildSchema(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8')));

const names = fc.constantFrom('尹某', '古丽·白某', 'Yin Mou', '尹\\n某', 'YIN_MOU');
const told = fc.oneof(syntheticIdNumbers, names, fc.string({ minLength: 9 }));

/** A boolean, so that a failing matcher prints no number. */
const shows = (error: unknown, value: string) => JSON.stringify(error).includes(value);

describe('An error as clients see it', () => {
  it('is the catalogue’s, whatever was said upstream', () => {
    fc.assert(
      fc.property(fc.constantFrom(...silentCodes), told, told, (code, message, value) => {
        const error = clientError({
          message: `${message} ${value}`,
          path: ['household', 0],
          extensions: { code, value, stacktrace: [message], http: { status: 500 }, serviceName: value },
        });
        expect(error).toEqual({
          message: errorCatalogue[code].en,
          path: ['household', 0],
          extensions: { code, messageZh: errorCatalogue[code].zh },
        });
      }),
      run,
    );
  });

  it('has a code of the catalogue, whatever code it had', () => {
    fc.assert(
      fc.property(
        fc.oneof(told, fc.constantFrom('constructor', '__proto__', 42, null, undefined)),
        (code) => {
          expect(clientError({ message: 'upstream', extensions: { code } })).toEqual({
            message: errorCatalogue.INTERNAL_SERVER_ERROR.en,
            extensions: { code: 'INTERNAL_SERVER_ERROR', messageZh: errorCatalogue.INTERNAL_SERVER_ERROR.zh },
          });
        },
      ),
      run,
    );
    expect(clientError({ message: 'upstream' }).extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
  });

  it('names the department and the fields concerned', () => {
    const extensions = { code: 'FORBIDDEN', department: 'public-security', fields: ['Person.name'] };
    expect(clientError({ message: 'm', extensions }).extensions).toEqual({
      ...extensions,
      messageZh: errorCatalogue.FORBIDDEN.zh,
    });
  });

  it('names the program and the day that have no policy, and these of no other error', () => {
    const details = { program: 'MEDICAL_ASSISTANCE', on: '2010-01-01' };
    const extensions = { code: 'NO_POLICY_IN_FORCE', department: 'eligibility', ...details, person: '尹某' };
    expect(clientError({ message: 'm', extensions }).extensions).toEqual({
      code: 'NO_POLICY_IN_FORCE',
      department: 'eligibility',
      messageZh: errorCatalogue.NO_POLICY_IN_FORCE.zh,
      ...details,
    });
    const other = clientError({ message: 'm', extensions: { ...extensions, code: 'REGISTRY_UNAVAILABLE' } });
    expect(Object.keys(other.extensions ?? {})).toEqual(['code', 'messageZh', 'department']);
  });

  it('stays the same when it is made once more', () => {
    for (const code of silentCodes) {
      const details = { program: 'MEDICAL_ASSISTANCE', on: '2010-01-01' };
      const once = clientError({ message: 'm', extensions: { code, department: 'd', ...details } });
      expect(clientError(once)).toEqual(once);
    }
  });
});

describe('An error about a document', () => {
  /** Where a value can stand that does not fit. */
  const places: ((value: string) => string)[] = [
    (value) => `{ household(id: { name: ${value} }) { id } }`,
    (value) => `{ households(ids: [[${value}]]) { id } }`,
    (value) => `{ searchHouseholds(first: ${value}) { edges { cursor } } }`,
    (value) => `{ searchHouseholds(filter: ${value}) { edges { cursor } } }`,
    (value) => `{ searchHouseholds(filter: { program: ${value} }) { edges { cursor } } }`,
    (value) => `{ searchHouseholds(filter: { appliedFrom: ${value} }) { edges { cursor } } }`,
    (value) => `{ searchHouseholds(filter: { appliedTo: { on: ${value} } }) { edges { cursor } } }`,
    (value) => `query ($first: Int = ${value}) { searchHouseholds(first: $first) { edges { cursor } } }`,
    (value) =>
      `query ($f: HouseholdFilter = { program: ${value} }) { searchHouseholds(filter: $f) { edges { cursor } } }`,
    (value) => `{ household(id: "a") { id @skip(if: ${value}) } }`,
    (value) => `{ household(id: "a", name: ${value}) { id } }`,
  ];
  const written = fc.oneof(
    fc.tuple(told, fc.boolean()).map(([value, block]) => {
      const quoted =
        block && !value.includes('"') && !value.includes('\\') ? `"""${value}"""` : JSON.stringify(value);
      return { value, quoted };
    }),
    syntheticIdNumbers.map((value) => ({ value, quoted: `E${value}` })),
    fc.constantFrom('YIN_MOU', 'yinMou').map((value) => ({ value, quoted: value })),
    syntheticIdNumbers.map((number) => ({ value: number.slice(0, 17), quoted: number.slice(0, 17) })),
  );

  it('tells what does not fit and never the value that was sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...places), written, (place, { value, quoted }) => {
        const found = validate(api, parse(place(quoted)));
        for (const { message } of found) {
          const error = clientError({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
          expect(error.message.startsWith(errorCatalogue.GRAPHQL_VALIDATION_FAILED.en)).toBe(true);
          expect(error.message.length).toBeGreaterThan(errorCatalogue.GRAPHQL_VALIDATION_FAILED.en.length);
          expect(shows(error, value)).toBe(false);
        }
      }),
      run,
    );
  });

  it.each<(name: string) => string>([
    (name) => `{ ${name} }`,
    (name) => `{ household(${name}: "a") { id } }`,
    (name) => `{ household(id: "a") { ...${name} } }`,
    (name) => `{ household(id: $${name}) { id } }`,
    (name) => `{ household(id: "a") { ... on ${name} { id } } }`,
    (name) => `{ searchHouseholds(filter: { ${name}: 1 }) { edges { cursor } } }`,
    (name) => `{ household(id: "a") { id @${name} } }`,
  ])('tells no identity number that was made a name: %s', (place) => {
    fc.assert(
      fc.property(syntheticIdNumbers, (number) => {
        const found = validate(api, parse(place(`of${number}`)));
        expect(found.length).toBeGreaterThan(0);
        const errors = found.map(({ message }) =>
          clientError({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }),
        );
        expect(shows(errors, number.slice(0, 17))).toBe(false);
      }),
      { ...run, numRuns: 20 },
    );
  });

  it.each([
    ['{ household(id: "a") { members { age } } }', 'Cannot query field "age" on type "Member".'],
    ['{ household { id } }', 'argument "id" of type "ID!" is required'],
    [
      '{ searchHouseholds(first: "many") { edges { cursor } } }',
      'Int cannot represent a value of another form.',
    ],
    [
      '{ searchHouseholds(filter: { appliedFrom: "May" }) { edges { cursor } } }',
      'Date expects a date that exists, as YYYY-MM-DD.',
    ],
    [
      '{ searchHouseholds(filter: { program: DIBAO }) { edges { cursor } } }',
      'The value does not exist in "AssistanceProgram" enum.',
    ],
  ])('helps whoever wrote %s', (query, help) => {
    const messages = validate(api, parse(query), undefined, { hideSuggestions: true }).map(
      ({ message }) => clientError({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }).message,
    );
    expect(messages).toEqual([expect.stringContaining(help)]);
  });

  it('tells of a variable its name alone', () => {
    const message =
      'Variable "$first" got invalid value "尹某"; Int cannot represent non-integer value: "尹某"';
    const error = clientError({ message, extensions: { code: 'BAD_USER_INPUT' } });
    expect(error.message).toBe(`${errorCatalogue.BAD_USER_INPUT.en} Variable "$first"`);
  });
});

describe('The graph', () => {
  it('tells each error once, with the correlation id of the request and no value', async () => {
    const district = await openDistrict({ departments: twoDepartments, registries: {} });
    const field = await district.ask('{ household(id: "a") { age } }');
    const variable = await district.ask(
      'query ($n: Int) { searchHouseholds(first: $n) { edges { cursor } } }',
      {
        variables: { n: '尹某' },
      },
    );
    const literal = await district.ask(
      '{ searchHouseholds(filter: { appliedFrom: "尹某" }) { edges { cursor } } }',
    );
    const scalar = await district.ask(
      'query ($day: Date) { searchHouseholds(filter: { appliedTo: $day }) { edges { cursor } } }',
      { variables: { day: '2018-02-30' } },
    );
    const syntax = await district.ask('{ household(id: "尹某" }');
    await district.close();
    const of = (code: ErrorCode, detail = '') => ({
      message: errorCatalogue[code].en + detail,
      extensions: { code, messageZh: errorCatalogue[code].zh, correlationId: 'test-correlation' },
    });
    expect(field.errors).toMatchObject([
      of('GRAPHQL_VALIDATION_FAILED', ' Cannot query field "age" on type "Household".'),
    ]);
    expect(variable.errors).toMatchObject([of('BAD_USER_INPUT', ' Variable "$n"')]);
    expect(literal.errors).toMatchObject([
      of('GRAPHQL_VALIDATION_FAILED', ' Date expects a date that exists, as YYYY-MM-DD.'),
    ]);
    expect(scalar.errors).toMatchObject([of('BAD_USER_INPUT', ' Variable "$day"')]);
    expect(syntax.errors).toMatchObject([of('GRAPHQL_PARSE_FAILED')]);
    expect(shows([field, variable, literal, syntax], '尹某')).toBe(false);
  });
});
