import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Caller, DepartmentCall } from '../../../schema/wire/caller';

/**
 * Whoever asks, as the gateway signed it, for what depends on who that is. Throws FORBIDDEN where it is not one alone:
 * requests of several callers become one call where what they ask depends on nobody.
 */
export function soleCaller({ callers: [caller, ...others] }: Pick<DepartmentCall, 'callers'>): Caller {
  if (!caller || others.length > 0) throw catalogueError('FORBIDDEN');
  return caller;
}
