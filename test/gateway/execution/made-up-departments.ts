import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import {
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  parse,
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plannedGraph, type PlannedGraph } from '../../../gateway/execution/planned-graph';
import { readSupergraph } from '../../../gateway/supergraph';
import { withScalars } from '../../../gateway/with-scalars';
import { packageRoot } from '../../../schema/package-root';
import { seededRandom, type Random } from '../../support/random';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

/** What a department answers. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

/** Has its say about the answer of a department: what comes back goes on in its place. */
export type Spoil = (answer: Answer, department: string, query: string) => Answer;

/** The whole graph over departments without registries. */
export interface MadeUpGraph {
  readonly graph: PlannedGraph;
  /** From now on answers pass through this; none by default. */
  spoilBy(spoil: Spoil): void;
  close(): Promise<void>;
}

/**
 * Opens the graph over departments that make their answers up. What they say follows from the question alone, so that
 * whoever asks the same is told the same; every field is told of, some as null where that is allowed.
 */
export async function openMadeUpGraph(): Promise<MadeUpGraph> {
  const supergraph = readSupergraph(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'));
  let spoil: Spoil = (answer) => answer;
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.plannerSdl,
    buildService: ({ name }) => {
      const schema = supergraph.departments.get(name);
      if (!schema) throw new Error(`the supergraph has no ${name}`);
      return madeUpDepartment(schema, (answer, query) => spoil(answer, name, query));
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => void withScalars(apiSchema));
  await gateway.load();
  return {
    graph: plannedGraph(gateway),
    spoilBy: (next) => (spoil = next),
    close: () => gateway.stop(),
  };
}

function madeUpDepartment(
  schema: GraphQLSchema,
  spoil: (answer: Answer, query: string) => Answer,
): GraphQLDataSource {
  const documents = new Map<string, DocumentNode>();
  return {
    process: async ({ request: { query = '', variables } }) => {
      const document = documents.get(query) ?? parse(query);
      documents.set(query, document);
      const { data, errors } = await execute({
        schema,
        document,
        rootValue: { seed: 'root' },
        fieldResolver: madeUp,
        typeResolver: (value) => (value as Entity).__typename,
        ...(variables ? { variableValues: variables } : {}),
      });
      // As it comes through JSON, without symbols, prototypes and classes.
      const answer = JSON.parse(JSON.stringify({ data, errors })) as Answer;
      return spoil(answer, query);
    },
  };
}

/** An object with what all its fields follow from. */
interface Entity {
  readonly __typename: string;
  readonly seed: string;
}

const madeUp: GraphQLFieldResolver<{ readonly seed: string }, unknown> = (source, args, _context, info) => {
  if (info.fieldName === '_entities') {
    const { representations } = args as { representations: readonly { __typename: string }[] };
    return representations.map((one) => ({ __typename: one.__typename, seed: JSON.stringify(one) }));
  }
  const seed = `${source.seed}.${info.fieldName}${JSON.stringify(args)}`;
  return valueOf(info.returnType, info.schema, seed, seededRandom(hashed(seed)));
};

function valueOf(type: GraphQLOutputType, schema: GraphQLSchema, seed: string, random: Random): unknown {
  if (isNonNullType(type)) return presentValue(type.ofType as GraphQLOutputType, schema, seed, random);
  return random.chance(0.12) ? null : presentValue(type, schema, seed, random);
}

function presentValue(type: GraphQLOutputType, schema: GraphQLSchema, seed: string, random: Random): unknown {
  if (isListType(type)) {
    const items = Array.from({ length: random.pick([0, 1, 1, 2, 3]) }, (_, index) => `${seed}[${index}]`);
    return items.map((item) => valueOf(type.ofType as GraphQLOutputType, schema, item, random));
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return random.pick(named.getValues()).value as unknown;
  if (isScalarType(named)) return scalar(named.name, seed, random);
  const object = isAbstractType(named) ? random.pick(schema.getPossibleTypes(named)) : named;
  if (!isObjectType(object)) throw new Error(`nobody can make up a ${named.name}`);
  return { __typename: object.name, seed };
}

function scalar(name: string, seed: string, random: Random): unknown {
  const values: Readonly<Record<string, () => unknown>> = {
    Int: () => random.under(100),
    Float: () => random.under(1000) / 10,
    Boolean: () => random.chance(0.5),
    Date: () => `2018-0${1 + random.under(9)}-11`,
    DateTime: () => `2018-0${1 + random.under(9)}-11T09:00:00+08:00`,
    YearMonth: () => `2018-0${1 + random.under(9)}`,
    Yuan: () => `${random.under(9000)}.50`,
  };
  return values[name]?.() ?? `${name}-${hashed(seed).toString(36)}`;
}

/** FNV-1a. */
export function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** Freezes an answer with all that it holds. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}

const failed = (department: string, path?: readonly (string | number)[]): GraphQLFormattedError => ({
  message: 'the registry does not answer',
  ...(path ? { path } : {}),
  extensions: { code: 'DEPARTMENT_UNAVAILABLE', department },
});

export type Fault = (answer: Answer, random: Random, department: string) => Answer;

/** How departments fail. */
export const failures: readonly Fault[] = [
  () => {
    throw new GraphQLError('the connection was reset');
  },
  (_answer, _random, department) => ({ data: null, errors: [failed(department)] }),
  // Of one entity, or of a root field, it tells nothing, and says so.
  ({ data }, random, department) => {
    const entities = data?.['_entities'];
    if (!Array.isArray(entities)) return { data: null, errors: [failed(department)] };
    const index = random.under(entities.length);
    const told = entities.map((entity: unknown, at) => (at === index ? null : entity));
    return {
      data: { ...data, _entities: told },
      errors: [failed(department, ['_entities', index, 'field'])],
    };
  },
  (answer, _random, department) => ({
    ...answer,
    errors: [failed(department, ['_entities', 0, 'a', 1, 'b'])],
  }),
  ({ data }) => ({ data: Array.isArray(data?.['_entities']) ? { ...data, _entities: [] } : (data ?? null) }),
];

/** What the schema does not allow: nulls, words of no enum, objects of no type. */
export const misfits: readonly Fault[] = [
  ({ data, ...answer }, random) => ({ ...answer, data: spoilt(data, random) as Record<string, unknown> }),
];

/** Spoils a share of answers in one of these ways, by the department, the question and this number. */
export function spoiling(number: number, share: number, faults: readonly Fault[]): Spoil {
  return (answer, department, query) => {
    const random = seededRandom(hashed(`${number} ${department} ${query}`));
    return random.chance(share) ? random.pick(faults)(answer, random, department) : answer;
  };
}

function spoilt(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((item) => spoilt(item, random));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, told]) => [name, spoilt(told, random)] as const);
    return Object.fromEntries(entries);
  }
  if (typeof value !== 'string' || !random.chance(0.05)) return value;
  return random.pick([null, 'NO_SUCH_WORD', 7]);
}
