import type { Office } from '../../../../subgraphs/verification/office';
import { feedBatches } from '../../../../subgraphs/verification/batch/feed-batches';

const started = { started_at: 0, started_by: 'assistance', started_role: 'assistance' };
const batch = (id: string) => ({
  ...{ id, kind: 'APPLICATION', state: 'RUNNING', ...started },
  ...{ search_filter: null, divisions: null, search_cursor: null, is_searched: 1 },
});

/** An office with two batches that have a household to begin; `failing` of them cannot be written. */
function officeWhere(failing: number): Pick<Office, 'select' | 'graph' | 'write'> {
  let writes = 0;
  const select = (sql: string) =>
    Promise.resolve(
      sql.includes('FROM batches') ? [batch('PC-1'), batch('PC-2')] : [{ household_id: 'YB-1' }],
    );
  return {
    select,
    graph: { ask: () => Promise.resolve({ data: { households: [] }, errors: [] }) },
    write: () =>
      ((writes += 1) > failing ? Promise.resolve(true) : Promise.reject(new Error('broken'))) as never,
  };
}

describe('A batch that fails', () => {
  it('holds up no other', async () => {
    expect(await feedBatches(officeWhere(1) as Office)).toBe(true);
  });

  it('is told of where there is no other', async () => {
    await expect(feedBatches(officeWhere(2) as Office)).rejects.toThrow('broken');
  });
});
