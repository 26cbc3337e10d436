import { valueFromASTUntyped, type FieldNode } from 'graphql';
import type { Fragments } from './extent';
import { mergedFields, type FieldOnType, type SelectionsOnType } from './merged-fields';
import type { ObjectField, ObjectFields } from './object-fields';

/** Variables of an operation, coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number that may depend on variables. */
type Size = (variables: Variables) => number;

/** A place of an answer where objects stand: how many in each object above, and the places in each of them. */
export interface ObjectPlace {
  readonly size: Size;
  readonly below: readonly ObjectPlace[];
}

/** The largest cost that is told: an error's details take fifteen digits. */
const mostTold = 999_999_999_999_999;

/**
 * What an answer costs at most: one for each object in it. A list counts with the size that was asked for or that its
 * department gives it, lists within lists multiply, and what comes to stand in one place counts once.
 */
export function costOf(places: readonly ObjectPlace[], variables: Variables): number {
  return places.reduce(
    (sum, { size, below }) => Math.min(sum + size(variables) * (1 + costOf(below, variables)), mostTold),
    0,
  );
}

/**
 * The places of an answer to these selections. They must have no fragment within itself, and few enough fields:
 * fragments are written out.
 */
export function objectPlaces(
  parts: readonly SelectionsOnType[],
  fragments: Fragments,
  fields: ObjectFields,
  sizedAbove: ReadonlyMap<string, Size> = new Map(),
): readonly ObjectPlace[] {
  return [...mergedFields(parts, fragments).values()].flatMap((merged) => {
    const known = merged.flatMap((one) => {
      const field = fields.get(`${one.parent}.${one.node.name.value}`);
      return field ? [{ ...one, field }] : [];
    });
    if (known.length === 0) return [];
    const sizes = known.map((one) => sizedAbove.get(one.node.name.value) ?? sizeOf(one));
    const below = known.flatMap(({ node, field }) =>
      node.selectionSet ? [{ parent: field.type, set: node.selectionSet }] : [],
    );
    return [
      {
        size: (variables: Variables) => Math.max(...sizes.map((size) => size(variables))),
        below: objectPlaces(below, fragments, fields, new Map(known.flatMap(sizedBelow))),
      },
    ];
  });
}

type KnownField = FieldOnType & { readonly field: ObjectField };

function sizedBelow({ node, field }: KnownField): (readonly [string, Size])[] {
  return field.sized.map((name) => [name, slicedSize(node, field)] as const);
}

function sizeOf({ node, field }: KnownField): Size {
  const { isList, keys, slicing, assumed } = field;
  if (!isList) return () => 1;
  if (keys !== undefined) {
    return (variables) => {
      const given = argumentOf(node, keys, variables);
      if (given === undefined || given === null) return assumed;
      return Array.isArray(given) ? given.length : 1;
    };
  }
  return slicing.length > 0 ? slicedSize(node, field) : () => assumed;
}

/** The most that any slicing argument asks for; what is assumed where one of them says nothing or no number. */
function slicedSize(node: FieldNode, { slicing, assumed }: ObjectField): Size {
  return (variables) => {
    const asked = slicing.map(({ name, byDefault }) => argumentOf(node, name, variables) ?? byDefault);
    return Math.max(...asked.map((one) => (Number.isInteger(one) ? Math.max(0, Number(one)) : assumed)));
  };
}

/** What is given for an argument; undefined where it is left out, as by a variable that has no value. */
function argumentOf({ arguments: given = [] }: FieldNode, name: string, variables: Variables): unknown {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value, variables);
}
