import {
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
} from 'graphql';
import { isThere, settled, then, whereThere, type Column, type Step } from './column';
import { NotCompiled, type Compilation } from './compilation';

/** Completes values of a type as an answer has them. What an answer may not have is thrown: graphql-js tells of it. */
export function compiledType(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): Step {
  if (isNonNullType(type)) {
    const complete = compiledType(getNullableType(type) as GraphQLOutputType, nodes, compilation);
    return (values, run) => then(complete(values, run), withoutNulls);
  }
  if (isLeafType(type)) return leaves(type);
  if (isListType(type)) {
    return lists(compiledType(type.ofType, nodes, compilation));
  }
  if (!isObjectType(type)) throw new NotCompiled();
  const fields = compilation.fieldsOf(type, nodes, compilation);
  return (values, run) => whereThere(values, (there) => fields(there, run));
}

function withoutNulls(values: readonly unknown[]): Column {
  if (!values.every(isThere)) throw new NotCompiled();
  return values;
}

function leaves(type: GraphQLLeafType): Step {
  return (values) =>
    values.map((value) => {
      if (!isThere(value)) return null;
      const written = type.serialize(value);
      if (!isThere(written)) throw new NotCompiled();
      return written;
    });
}

/** Completes the items of all lists together. */
function lists(complete: Step): Step {
  return (values, run) =>
    whereThere(values, (there) => {
      if (!there.every(Array.isArray)) throw new NotCompiled();
      const all = there as readonly (readonly unknown[])[];
      const items = then(settled(all.flat()), (flat) => complete(flat, run));
      return then(items, (done) => {
        let from = 0;
        return all.map(({ length }) => done.slice(from, (from += length)));
      });
    });
}
