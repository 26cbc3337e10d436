import type { Caller } from '../../../schema/wire/caller';

/** Whether a caller may see what belongs to a division: one that it is limited to, or one below. */
export function maySee({ divisions }: Pick<Caller, 'divisions'>, divisionCode: string): boolean {
  return !divisions || divisions.some((division) => divisionCode.startsWith(division));
}
