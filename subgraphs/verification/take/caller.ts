import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Caller, DepartmentCall } from '../../../schema/wire/caller';

/** Whoever asks, as the gateway signed it. */
export function callerOf({ callers: [caller] }: Pick<DepartmentCall, 'callers'>): Caller {
  if (!caller) throw catalogueError('FORBIDDEN');
  return caller;
}

/** Whether a caller may see what belongs to a division: one that it is limited to, or one below. */
export function maySee({ divisions }: Pick<Caller, 'divisions'>, divisionCode: string): boolean {
  return !divisions || divisions.some((division) => divisionCode.startsWith(division));
}
