import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Caller, DepartmentCall } from '../../../schema/wire/caller';

type Called = Pick<DepartmentCall, 'callers'>;

/**
 * Whoever asks, as the gateway signed it, for what depends on who that is. Throws FORBIDDEN where it is not one alone:
 * requests of several callers become one call where what they ask depends on nobody.
 */
export function soleCaller({ callers: [caller, ...others] }: Called): Caller {
  if (!caller || others.length > 0) throw catalogueError('FORBIDDEN');
  return caller;
}

/**
 * The divisions whose households all callers may see; undefined where each of them may see all. Throws FORBIDDEN where
 * they may not see the same: then their requests should not have become one call.
 */
export function commonDivisions({ callers: [caller, ...others] }: Called): Caller['divisions'] {
  const isSame = others.every(({ divisions }) => sameText(divisions) === sameText(caller?.divisions));
  if (!caller || !isSame) throw catalogueError('FORBIDDEN');
  return caller.divisions;
}

function sameText(divisions: Caller['divisions']): string {
  return JSON.stringify(divisions ?? null);
}
