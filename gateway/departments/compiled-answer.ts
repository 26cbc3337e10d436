import {
  getArgumentValues,
  getVariableValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields';
import type { ReadAnswer } from './read-answer';
import { entityTypes, type EntityVariables } from './entities';
import { expectedLength, isSubjectsOfCheck } from './expected-length';

/** What is known while one answer is read. */
interface Reading {
  /** As they were sent. */
  readonly sent: EntityVariables;
  /** As the operation takes them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Of which type each entity of the answer was asked for. */
  readonly types: ReadonlyMap<unknown, string>;
}

/** Reads a value that stands below the entity with this index (-1: below none); undefined where it does not count. */
type Read = (value: unknown, reading: Reading, entity: number) => unknown;

type Source = Readonly<Record<string, unknown>>;

/** An object without anything inherited, as graphql-js makes them, which engines handle as fast as a literal. */
const Bare = function () {
  // It has nothing but what it is given.
} as unknown as new () => Record<string, unknown>;
Bare.prototype = Object.create(null) as object;

/**
 * Reads answers by what one operation selects, which is found out once, with graphql-js' own merging of selections. The
 * document has no `@skip` or `@include` and does not ask for the schema.
 */
export function compiledAnswer(schema: GraphQLSchema, document: DocumentNode): ReadAnswer {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation, ...others] = operations;
  const root = operation && schema.getRootType(operation.operation);
  if (!root || others.length > 0) return () => null;
  const compiler = new Compiler(schema, document);
  const read = compiler.object(
    root,
    collectFields(schema, compiler.fragments, {}, root, operation.selectionSet),
  );
  return (sent, data) => {
    const types = entityTypes(sent, data);
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], sent);
    if (!types || !coerced) return null;
    try {
      return (read(data, { sent, values: coerced, types }, -1) as Source | undefined) ?? null;
    } catch {
      // A scalar or an argument that is not of its form.
      return null;
    }
  };
}

class Compiler {
  readonly fragments: Record<string, FragmentDefinitionNode> = {};
  readonly #schema: GraphQLSchema;

  constructor(schema: GraphQLSchema, { definitions }: DocumentNode) {
    this.#schema = schema;
    for (const node of definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments[node.name.value] = node;
    }
  }

  object(type: GraphQLObjectType, selected: ReadonlyMap<string, readonly FieldNode[]>): Read {
    const fields = [...selected].flatMap(([key, nodes]) => this.#field(type, key, nodes));
    return (source, reading, entity) => {
      const object = new Bare();
      for (const { key, read } of fields) {
        const value = read(source, reading, entity);
        if (value === undefined) return undefined;
        object[key] = value;
      }
      return object;
    };
  }

  #field(type: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): { key: string; read: Read }[] {
    const [node] = nodes;
    if (node?.name.value === '__typename') return [{ key, read: () => type.name }];
    const field = node && type.getFields()[node.name.value];
    if (!field) return [];
    const within = this.#type(field.type, nodes, key === '_entities');
    const fits = hasLength(type, field, node);
    const read: Read = (source, reading, entity) => {
      const value = Object.hasOwn(source as object, key) ? (source as Source)[key] : undefined;
      if (value === undefined || fits?.(value, reading, entity) === false) return undefined;
      return within(value, reading, entity);
    };
    return [{ key, read }];
  }

  #type(type: GraphQLOutputType, nodes: readonly FieldNode[], isEntities: boolean): Read {
    if (isNonNullType(type)) {
      const read = this.#type(type.ofType, nodes, isEntities);
      return (value, ...where) => read(value, ...where) ?? undefined;
    }
    const read = this.#nullable(type, nodes, isEntities);
    return (value, ...where) => (value === null ? null : read(value, ...where));
  }

  #nullable(type: GraphQLOutputType, nodes: readonly FieldNode[], isEntities: boolean): Read {
    if (isListType(type)) return listOf(this.#type(type.ofType, nodes, false), isEntities);
    if (isLeafType(type)) return (value) => type.serialize(value) ?? undefined;
    if (isObjectType(type)) return this.#subfields(type, nodes);
    return this.#abstract(type, nodes);
  }

  #abstract(type: GraphQLAbstractType, nodes: readonly FieldNode[]): Read {
    const byName = new Map<string, Read>();
    for (const possible of this.#schema.getPossibleTypes(type)) {
      let read: Read | undefined;
      byName.set(possible.name, (...value) => (read ??= this.#subfields(possible, nodes))(...value));
    }
    return (value, reading, entity) => {
      const name = reading.types.get(value) ?? (value as Source)['__typename'];
      return byName.get(name as string)?.(value, reading, entity);
    };
  }

  #subfields(type: GraphQLObjectType, nodes: readonly FieldNode[]): Read {
    return this.object(type, collectSubfields(this.#schema, this.fragments, {}, type, nodes));
  }
}

function listOf(read: Read, isEntities: boolean): Read {
  return (values, reading, entity) => {
    if (!Array.isArray(values)) return undefined;
    const list: unknown[] = new Array(values.length);
    for (let index = 0; index < values.length; index += 1) {
      const value = read(values[index], reading, isEntities ? index : entity);
      if (value === undefined) return undefined;
      list[index] = value;
    }
    return list;
  };
}

/** Whether a list has as many entries as were asked for; undefined for a field that nobody asks for by number. */
function hasLength(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): ((value: unknown, reading: Reading, entity: number) => boolean) | undefined {
  const isSubjects = isSubjectsOfCheck(type, field.name);
  if (!isSubjects && field.args.length === 0) return undefined;
  return (value, { sent, values }, entity) => {
    const args = getArgumentValues(field, node, values);
    const length = expectedLength(args, isSubjects, sent.representations?.[entity]);
    return length === undefined || !Array.isArray(value) || value.length === length;
  };
}
