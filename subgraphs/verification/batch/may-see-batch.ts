import type { Caller } from '../../../schema/wire/caller';
import type { Batch } from '../store/batches';
import { maySee } from '../take/may-see';

/** A caller that is limited to divisions sees batches of households within them. */
export function maySeeBatch(caller: Pick<Caller, 'divisions'>, { divisions }: Batch): boolean {
  if (!caller.divisions) return true;
  return divisions?.every((division) => maySee(caller, division)) ?? false;
}
