import { Kind, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** How far selections reach with their fragments written out. */
export interface Extent {
  /** Fields within fields. */
  readonly depth: number;
  /** Fields within fields from a root of introspection on. */
  readonly introspectionDepth: number;
  /** Fields, and fragments where they are spread or written, saturated. */
  readonly selections: number;
  /** The directives on them, saturated. */
  readonly directives: number;
}

/** Fragments by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The extent of no selections. */
export const nothing: Extent = { depth: 0, introspectionDepth: 0, selections: 0, directives: 0 };

/** More than any limit, and yet a number that adds up. */
const mostCounted = 1_000_000_000;

/**
 * Measures selections. Each fragment is measured once however often it is spread, so that thirty which double each
 * other cost as little as thirty. A fragment within itself counts as nothing there, and `isCyclic` is set.
 */
export class Extents {
  readonly #fragments: Fragments;
  readonly #known = new Map<string, Extent>();
  readonly #open = new Set<string>();
  /** Fragments that were come upon. */
  readonly reached = new Set<string>();
  isCyclic = false;

  constructor(fragments: Fragments) {
    this.#fragments = fragments;
  }

  of({ selections }: SelectionSetNode): Extent {
    return selections.map((selection) => this.#ofSelection(selection)).reduce(together, nothing);
  }

  #ofFragment(name: string): Extent {
    if (this.#open.has(name)) {
      this.isCyclic = true;
      return nothing;
    }
    const known = this.#known.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (fragment) this.reached.add(name);
    this.#open.add(name);
    const extent = fragment ? this.of(fragment.selectionSet) : nothing;
    this.#open.delete(name);
    this.#known.set(name, extent);
    return extent;
  }

  #ofSelection(node: SelectionNode): Extent {
    if (node.kind === Kind.FRAGMENT_SPREAD) return withItself(node, this.#ofFragment(node.name.value));
    const below = withItself(node, node.selectionSet ? this.of(node.selectionSet) : nothing);
    if (node.kind === Kind.INLINE_FRAGMENT) return below;
    return /^__(schema|type)$/.test(node.name.value)
      ? { ...below, depth: 1, introspectionDepth: below.depth + 1 }
      : { ...below, depth: below.depth + 1 };
  }
}

/** The extent of two lots of selections in one place. */
export function together(one: Extent, other: Extent): Extent {
  return {
    depth: Math.max(one.depth, other.depth),
    introspectionDepth: Math.max(one.introspectionDepth, other.introspectionDepth),
    selections: Math.min(one.selections + other.selections, mostCounted),
    directives: Math.min(one.directives + other.directives, mostCounted),
  };
}

/** A selection counts beside what is below it. */
function withItself({ directives = [] }: SelectionNode, below: Extent): Extent {
  return together(below, { ...nothing, selections: 1, directives: directives.length });
}
