import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { isAbstractType, type GraphQLSchema } from 'graphql';
import { isTold, mergeAnswer, type Gathered, type Told } from './merge-answer';
import { isPlainName } from './response-names';

/** What a department is sent of an object, or null where something of that is not known. */
export type Represent = (entity: Told) => Gathered | null;

type Part = (entity: Told, into: Gathered) => boolean;

/** Compiles what a fetch requires of an object; null where it is in a form that only Apollo's executor knows. */
export function representation(
  selections: readonly QueryPlanSelectionNode[],
  schema: GraphQLSchema,
): Represent | null {
  const parts: Part[] = [];
  for (const selection of selections) {
    const part = selection.kind === 'Field' ? fieldPart(selection, schema) : fragmentPart(selection, schema);
    if (!part) return null;
    parts.push(part);
  }
  return (entity) => {
    const into: Gathered = {};
    for (const part of parts) if (!part(entity, into)) return null;
    return into;
  };
}

type Selection<Kind> = Extract<QueryPlanSelectionNode, { readonly kind: Kind }>;

function fieldPart({ alias, name, selections }: Selection<'Field'>, schema: GraphQLSchema): Part | null {
  const key = alias ?? name;
  if (!isPlainName(key)) return null;
  const represent = selections ? representation(selections, schema) : (value: unknown) => value;
  if (!represent) return null;
  const valueOf = (value: unknown): unknown =>
    value === null || (selections && !isTold(value))
      ? null
      : (represent as (value: unknown) => unknown)(value);
  return (entity, into) => {
    const value = entity[key];
    if (value === undefined) return false;
    into[key] = Array.isArray(value) ? value.map(valueOf) : valueOf(value);
    return true;
  };
}

/** A fragment whose object is of another type, or of which something is not known, adds nothing. */
function fragmentPart(
  { typeCondition, selections }: Selection<'InlineFragment'>,
  schema: GraphQLSchema,
): Part | null {
  const represent = representation(selections, schema);
  const type = typeCondition === undefined ? undefined : schema.getType(typeCondition);
  if (!represent || !type) return null;
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const names = new Set(types.map(({ name }) => name));
  return (entity, into) => {
    const part = names.has(entity['__typename'] as string) ? represent(entity) : null;
    if (part) mergeAnswer(into, part);
    return true;
  };
}
