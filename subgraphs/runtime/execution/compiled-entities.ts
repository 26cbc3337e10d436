import {
  getArgumentValues,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { DepartmentContext } from '../serve/department-context';
import { allOf, begun, settled, then, whereThere, type Column, type Run, type Step } from './column';
import { NotCompiled, type Compilation } from './compilation';
import { compiledFields } from './compiled-fields';

type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** How an entity is found from its representation, as @apollo/subgraph keeps it. */
type ResolveReference = (
  representation: Representation,
  context: DepartmentContext,
  info?: GraphQLResolveInfo,
) => unknown;

/** How entities of one type are found, and what is asked of them. */
interface CompiledEntity {
  readonly resolve: ResolveReference | undefined;
  readonly fields: Step;
}

/** The field `_entities`: the entities of each type are found and completed together. */
export function compiledEntities(
  field: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  compilation: Compilation,
): (run: Run) => Column {
  const entities = new Map<string, CompiledEntity>();
  const entityOf = (name: string): CompiledEntity => {
    const type = compilation.schema.getType(name);
    if (!isObjectType(type)) throw new NotCompiled();
    const known = entities.get(name) ?? {
      resolve: referenceResolver(type),
      fields: compiledFields(type, nodes, compilation),
    };
    entities.set(name, known);
    return known;
  };
  return (run) => {
    const { representations } = getArgumentValues(field, nodes[0] as FieldNode, run.variables) as {
      readonly representations: readonly Representation[];
    };
    const names = new Set(representations.map(({ __typename }) => __typename));
    const byType = begun([...names], (name) => {
      const { resolve, fields } = entityOf(name);
      const own = names.size === 1 ? representations : representations.filter((of) => of.__typename === name);
      const found = resolve ? settled(begun(own, (of) => resolve(of, run.context))) : own;
      return then(found, (values) => whereThere(values, (there) => fields(there, run)));
    });
    return inOrder(representations, [...names], byType);
  };
}

/** The entities of all types in the order in which they were named. */
function inOrder(
  representations: readonly Representation[],
  names: readonly string[],
  byType: readonly Column[],
): Column {
  return allOf(byType, (columns) => {
    if (columns.length === 1) return columns[0] ?? [];
    const next = new Map(names.map((name, index) => [name, (columns[index] ?? [])[Symbol.iterator]()]));
    return representations.map(({ __typename }) => next.get(__typename)?.next().value);
  });
}

function referenceResolver(type: GraphQLObjectType): ResolveReference | undefined {
  const { apollo } = type.extensions as {
    readonly apollo?: { readonly subgraph?: { readonly resolveReference?: ResolveReference } };
  };
  const resolve = apollo?.subgraph?.resolveReference;
  // A resolver that wants to see the operation is given what graphql-js makes for it.
  if (resolve && resolve.length > 2) throw new NotCompiled();
  return resolve;
}
