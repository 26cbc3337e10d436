import type { Session } from '../../runtime/database/open-database';

/** Work that somebody waits for (0) comes before that of a batch (1). */
export function priorityOf(batchId: string | null): number {
  return batchId === null ? 0 : 1;
}

/** Notes for which batch registries are asked, or with null that somebody waits, whoever took the verification up. */
export async function runFor({ run }: Session, id: string, batchId: string | null): Promise<void> {
  await run('UPDATE verifications SET batch_id = ?, priority = ? WHERE id = ?', [
    batchId,
    priorityOf(batchId),
    id,
  ]);
}
