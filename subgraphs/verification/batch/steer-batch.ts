import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import { lockBatch, setBatchState, type Batch, type BatchState } from '../store/batches';
import { maySeeBatch } from './may-see-batch';
import { progressOf } from './progress';

/** From which states each can be reached. */
const before: Readonly<Record<BatchState, readonly BatchState[]>> = {
  PAUSED: ['RUNNING'],
  RUNNING: ['PAUSED'],
  CANCELLED: ['RUNNING', 'PAUSED'],
};

/**
 * Holds a batch, lets it go on or ends it; to be told the same again does nothing. Throws BATCH_NOT_FOUND, and
 * BATCH_NOT_ALLOWED where it is ended or done.
 */
export async function steerBatch(
  office: Office,
  { batchId, to }: { readonly batchId: string; readonly to: BatchState },
  caller: Caller,
): Promise<Batch> {
  const steered = await office.write(async (session) => {
    const batch = await lockBatch(session, office.dialect, batchId);
    if (!batch || !maySeeBatch(caller, batch)) throw catalogueError('BATCH_NOT_FOUND');
    if (batch.state === to) return batch;
    const { isDone } = await progressOf(session.run, batch);
    if (isDone || !before[to].includes(batch.state)) throw catalogueError('BATCH_NOT_ALLOWED');
    await setBatchState(session, batchId, to);
    return { ...batch, state: to };
  });
  office.wake();
  return steered;
}
