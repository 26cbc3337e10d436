import type { PlanNode } from '@apollo/query-planner';

/**
 * Where in the data of a request later fetches add to objects, by field name; lists are passed through. The request
 * has to own these objects, all others it may share with whoever answered.
 */
export type Places = ReadonlyMap<string, Places>;

/** The places of a plan, from the paths of its Flatten nodes. */
export function placesOf(plan: PlanNode): Places {
  const root = new Map<string, Places>();
  visit(plan, root);
  return root;
}

/** The places below a path, those of the path itself being one of them. */
export function placesBelow(places: Places, path: readonly string[]): Places {
  return path.reduce((at, name) => (name === '@' ? at : (at.get(name) ?? none)), places);
}

const none: Places = new Map();

function visit(node: PlanNode, at: Map<string, Places>): void {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      for (const below of node.nodes) visit(below, at);
      return;
    case 'Condition':
      for (const below of [node.ifClause, node.elseClause]) if (below) visit(below, at);
      return;
    case 'Flatten':
      visit(
        node.node,
        node.path.reduce((above, step) => (step === '@' ? above : below(above, String(step))), at),
      );
      return;
    default:
  }
}

function below(places: Map<string, Places>, name: string): Map<string, Places> {
  const known = places.get(name) as Map<string, Places> | undefined;
  const made = known ?? new Map<string, Places>();
  places.set(name, made);
  return made;
}
