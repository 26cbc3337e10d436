import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { followSupergraph, type FollowedSupergraph } from '../../../gateway/reload/follow-supergraph';
import { SupergraphRefused } from '../../../gateway/reload/supergraph-refused';
import { eventually } from '../../support/eventually';

const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
const path = join(folder, 'supergraph.graphql');
/** Moves a text into place whole. */
function put(text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
afterAll(() => rmSync(folder, { recursive: true }));

describe('A supergraph’s file', () => {
  const served: string[] = [];
  const log: { readonly level: number; readonly msg: string; readonly code?: string }[] = [];
  let refuses: Error | undefined;
  let followed: FollowedSupergraph;
  beforeEach(() => {
    served.length = 0;
    log.length = 0;
    refuses = undefined;
    put('first');
    followed = followSupergraph({
      path,
      first: 'first',
      serve: async (sdl) => {
        if (refuses) throw refuses;
        served.push(sdl);
      },
      logger: pino({}, { write: (line) => void log.push(JSON.parse(line) as (typeof log)[number]) }),
      lookEveryMs: 5,
    });
  });
  afterEach(() => followed.close());

  it('that has changed is served without anybody saying so', async () => {
    put('second text');
    await eventually('it is served', 5_000, () => served[0]);
    expect(served).toEqual(['second text']);
  });

  it('that holds what is served is not served again', async () => {
    await followed.reload();
    expect([served, log]).toEqual([[], []]);
  });

  it('is read as often as that is said, one time after the other', async () => {
    put('second');
    const reading = followed.reload();
    await followed.reload();
    await reading;
    expect(served).toEqual(['second']);
    expect(log).toMatchObject([{ msg: 'supergraph taken' }]);
  });

  it('that is refused changes nothing, and the log says why without a word of it', async () => {
    refuses = new SupergraphRefused('NOT_A_SUPERGRAPH', { cause: new Error('type Secret') });
    put('type Secret');
    await followed.reload();
    expect(log[0]).toMatchObject({
      level: 50,
      variable: 'SUPERGRAPH',
      code: 'NOT_A_SUPERGRAPH',
      msg: 'supergraph not taken',
    });
    expect(JSON.stringify(log)).not.toContain('Secret');
    refuses = undefined;
    await followed.reload();
    expect(served).toEqual(['type Secret']);
  });

  it('that is gone changes nothing', async () => {
    rmSync(path);
    await followed.reload();
    expect(served).toEqual([]);
    expect(log[0]).toMatchObject({ code: 'ENOENT', reason: 'the file cannot be read' });
  });
});
