import type { Caller } from '../../../schema/wire/caller';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Office } from '../office';
import type { Kind } from '../process/event';
import { addHouseholds } from '../store/batch-households';
import { insertBatch, readBatch, type Batch, type BatchFilter } from '../store/batches';
import { earlierResult, keepResult } from '../store/step-keys';
import { newNumber } from '../take/numbers';
import { clientKey } from '../take/text';

export interface StartBatchInput {
  readonly key: string;
  readonly kind: Kind;
  readonly householdIds?: readonly string[] | null;
  readonly filter?: BatchFilter | null;
}

const mostNamed = 200;

/** No household number is longer. */
const longestNumber = 40;

/** Either some households, or a search that has a condition: of applications, or of what is due to be looked at again. */
function isWhole(kind: Kind, named: readonly string[] | null, filter: BatchFilter | null): boolean {
  if (named) {
    const areNumbers = named.every((id) => id !== '' && id.length <= longestNumber);
    return filter === null && named.length > 0 && named.length <= mostNamed && areNumbers;
  }
  const { program, divisionCode, appliedFrom, appliedTo, dueBy } = filter ?? {};
  if (dueBy) return kind === 'RECHECK' && !appliedFrom && !appliedTo;
  return [program, divisionCode, appliedFrom, appliedTo].some(Boolean);
}

/**
 * 批量核对. Throws BATCH_INPUT_INVALID where it is not either of households and filter, too many or none, and KEY_REUSED. The
 * households of a filter are found while the batch runs.
 */
export async function startBatch(office: Office, input: StartBatchInput, caller: Caller): Promise<Batch> {
  const { subject, role, divisions } = caller;
  const named = input.householdIds && [...new Set(input.householdIds)];
  const filter = input.filter ?? null;
  if (!isWhole(input.kind, named ?? null, filter)) throw catalogueError('BATCH_INPUT_INVALID');
  const keyed = { subject, key: clientKey(input.key), request: ['START_BATCH', input] as const };
  const now = office.clock();
  const batch: Batch = {
    id: newNumber('PC', office, now),
    kind: input.kind,
    state: 'RUNNING',
    startedAt: now,
    startedBy: { subject, role },
    filter,
    divisions: divisions ?? null,
    cursor: null,
    isSearched: named !== null && named !== undefined,
  };
  const started = await office.write(async (session) => {
    const earlier = await earlierResult(session, keyed);
    if (earlier !== null) return readBatch(session.run, earlier);
    await keepResult(session, keyed, batch.id);
    await insertBatch(session, batch);
    if (named) await addHouseholds(session, batch.id, named);
    return batch;
  });
  if (!started) throw new Error('what a key came to is kept');
  office.wake();
  return started;
}
