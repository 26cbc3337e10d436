import { firstPassed, type Problem } from './problem';
import type { Limits } from './limits';

/** How large values are, their texts and lists within. */
interface ValueSize {
  depth: number;
  longestList: number;
  longestText: number;
}

/** The first limit that variables pass by themselves, whatever they are declared as; null where they keep all. */
export function variablesProblem(variables: unknown, limits: Limits): Problem | null {
  if (variables === undefined) return null;
  const size: ValueSize = { depth: 0, longestList: 0, longestText: 0 };
  measure(variables, 1, limits.variableDepth, size);
  // Only what is known to be shallow is written out: that would go as deep as the value.
  return (
    firstPassed([[size.depth, limits.variableDepth, 'VARIABLES_TOO_DEEP']]) ??
    firstPassed([
      [Buffer.byteLength(JSON.stringify(variables)), limits.variables, 'VARIABLES_TOO_LARGE'],
      [size.longestList, limits.list, 'LIST_TOO_LONG'],
      [size.longestText, limits.text, 'TEXT_TOO_LONG'],
    ])
  );
}

/** Adds a value that stands at this depth. Nothing is looked at below the first level that is too deep. */
function measure(value: unknown, depth: number, limit: number, size: ValueSize): void {
  if (typeof value === 'string') size.longestText = Math.max(size.longestText, value.length);
  if (typeof value !== 'object' || value === null) return;
  size.depth = Math.max(size.depth, depth);
  if (depth > limit) return;
  if (Array.isArray(value)) size.longestList = Math.max(size.longestList, value.length);
  for (const item of Object.values(value)) measure(item, depth + 1, limit, size);
}
