import {
  getArgumentValues,
  Kind,
  visit,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields';
import { batchOf } from './batch-resolver';
import { allOf, begun, settled, then, type Column, type Run, type Step } from './column';
import { NotCompiled, type Compilation } from './compilation';
import { compiledType } from './compiled-type';

/** A field of an answer: where it stands in it, and how its values are had for many objects. */
export interface CompiledField {
  readonly key: string;
  readonly values: Step;
}

/** The fields that are selected of objects of one type: makes an object of the answer for each. */
export function compiledFields(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Step {
  const { schema, fragments } = compilation;
  const selected = collectSubfields(schema, fragments, {}, type, nodes);
  return objectsOf([...selected].map(([key, of]) => compiledField(key, type, of, compilation)));
}

/** Makes objects of the columns of their fields. */
export function objectsOf(fields: readonly CompiledField[]): Step {
  return (sources, run) => {
    const columns = begun(fields, ({ values }) => values(sources, run));
    return allOf(columns, (all) => rowsOf(fields, sources.length, all));
  };
}

function rowsOf(
  fields: readonly CompiledField[],
  length: number,
  columns: readonly (readonly unknown[])[],
): readonly unknown[] {
  const rows: Record<string, unknown>[] = Array.from({ length }, () => ({}));
  fields.forEach(({ key }, field) => {
    const column = columns[field] ?? [];
    for (let row = 0; row < length; row += 1) (rows[row] as Record<string, unknown>)[key] = column[row];
  });
  return rows;
}

/** One field under its key in the answer. */
export function compiledField(
  key: string,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): CompiledField {
  // An object would take it for its prototype.
  if (key === '__proto__') throw new NotCompiled();
  const [node] = nodes;
  if (node?.name.value === '__typename') return { key, values: (sources) => sources.map(() => type.name) };
  const field = node && type.getFields()[node.name.value];
  if (!field) throw new NotCompiled();
  const resolve = resolved(field, node);
  const complete = compiledType(field.type, nodes, compilation);
  return { key, values: (sources, run) => then(resolve(sources, run), (values) => complete(values, run)) };
}

function resolved(field: GraphQLField<unknown, unknown>, node: FieldNode): Step {
  const { name, resolve } = field;
  const argumentsIn = compiledArguments(field, node);
  const batch = batchOf(resolve);
  if (batch) return (sources, run) => batch(sources, argumentsIn(run), run.context);
  if (!resolve) return (sources, run) => properties(name, sources, () => argumentsIn(run), run);
  // A resolver that wants to see the operation is given what graphql-js makes for it.
  if (resolve.length > 3) throw new NotCompiled();
  const call = resolve as (source: unknown, args: unknown, context: unknown) => unknown;
  return (sources, run) => {
    const args = argumentsIn(run);
    return settled(begun(sources, (source) => call(source, args, run.context)));
  };
}

/** A property of each object, or what it gives where it is a function. */
function properties(name: string, sources: readonly unknown[], argumentsIn: () => unknown, run: Run): Column {
  const values = (sources as readonly Readonly<Record<string, unknown>>[]).map((source) => source[name]);
  if (!values.some((value) => typeof value === 'function')) return values;
  const called = begun([...values.entries()], ([index, value]) =>
    typeof value === 'function' ? (value.call(sources[index], argumentsIn(), run.context) as unknown) : value,
  );
  return settled(called);
}

/** The arguments of a field: read once, unless there are variables in them. */
function compiledArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): (run: Run) => unknown {
  if (hasVariables(node)) return ({ variables }) => getArgumentValues(field, node, variables);
  const args = getArgumentValues(field, node);
  return () => args;
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  for (const argument of given) visit(argument, { [Kind.VARIABLE]: () => void (found = true) });
  return found;
}
