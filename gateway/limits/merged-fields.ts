import { Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from './extent';

/** Selections, and the name of the type on which they stand. */
export interface SelectionsOnType {
  readonly parent: string;
  readonly set: SelectionSetNode;
}

/** A field, and the name of the type on which it stands. */
export interface FieldOnType {
  readonly parent: string;
  readonly node: FieldNode;
}

/** The fields that come to stand in one place of an answer, by the name that they have there. */
export type MergedFields = ReadonlyMap<string, readonly FieldOnType[]>;

/**
 * Puts selections of one place together as an executor does: what has one name there is one field, and a fragment
 * counts once. Whatever a directive would leave out is taken.
 */
export function mergedFields(parts: readonly SelectionsOnType[], fragments: Fragments): MergedFields {
  const fields = new Map<string, FieldOnType[]>();
  const spread = new Set<string>();
  const take = ({ parent, set }: SelectionsOnType): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const name = (node.alias ?? node.name).value;
        const same = fields.get(name);
        if (same) same.push({ parent, node });
        else fields.set(name, [{ parent, node }]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        take({ parent: node.typeCondition?.name.value ?? parent, set: node.selectionSet });
      } else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        const fragment = fragments.get(node.name.value);
        if (fragment) take({ parent: fragment.typeCondition.name.value, set: fragment.selectionSet });
      }
    }
  };
  parts.forEach(take);
  return fields;
}

/** How many fields come to stand under one name in one place below these selections, at most. */
export function mostMerged(sets: readonly SelectionSetNode[], fragments: Fragments): number {
  let most = 0;
  for (const fields of mergedFields(sets.map(ofAnyType), fragments).values()) {
    const below = fields.flatMap(({ node }) => node.selectionSet ?? []);
    most = Math.max(most, fields.length, below.length > 0 ? mostMerged(below, fragments) : 0);
  }
  return most;
}

const ofAnyType = (set: SelectionSetNode): SelectionsOnType => ({ parent: '', set });
