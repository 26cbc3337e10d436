import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { readConfig } from '../../../../schema/config/read-config';
import { graphToken } from '../../../../subgraphs/runtime/serve/graph-token';
import { openHttpGraph } from '../../../../subgraphs/runtime/serve/open-http-graph';
import { testLogger } from '../../../support/test-logger';

describe('The token by which a department asks the graph', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-token-'));
  const file = join(folder, 'token');
  const troubles: string[] = [];
  const config = (settings: Readonly<Record<string, string>> = {}) =>
    readConfig({ DATA_DIR: folder, ...settings }, []);
  const production = (settings: Readonly<Record<string, string>> = {}) =>
    config({ DEPLOYMENT: 'production', ...settings });
  const open = () => graphToken(production({ GATEWAY_TOKEN: file }), (code) => void troubles.push(code));
  beforeEach(() => (troubles.length = 0));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is that of the file, and follows it', async () => {
    writeFileSync(file, 'a.b.c\n');
    const token = open();
    expect(await token()).toBe('a.b.c');
    writeFileSync(file, 'd.e.f');
    expect(await token()).toBe('d.e.f');
    expect(troubles).toEqual([]);
  });

  it('stays the last one while the file holds none, which is told once', async () => {
    writeFileSync(file, 'a.b.c');
    const token = open();
    for (const text of ['', 'a.b', 'a.b.c d.e.f']) {
      writeFileSync(file, text);
      expect(await token()).toBe('a.b.c');
    }
    rmSync(file);
    expect(await token()).toBe('a.b.c');
    expect(troubles).toEqual(['MALFORMED']);
    writeFileSync(file, 'd.e.f');
    expect(await token()).toBe('d.e.f');
  });

  it('is needed at the start, and so is the way to the gateway, in production', () => {
    writeFileSync(file, 'no token');
    for (const settings of [{}, { GATEWAY_TOKEN: file }, { GATEWAY_TOKEN: join(folder, 'none') }]) {
      expect(() => openHttpGraph(production(settings), 1000, testLogger)).toThrow(
        /GATEWAY_URL: expected (.|\n)*GATEWAY_TOKEN: expected /,
      );
    }
    expect(() =>
      openHttpGraph(production({ GATEWAY_URL: 'http://gateway:4000/graphql' }), 1000, testLogger),
    ).toThrow(/^(?!(.|\n)*GATEWAY_URL)/);
  });

  it('is one of the development issuer’s on a development machine', async () => {
    const token = graphToken(config(), () => undefined);
    expect(decodeJwt(await token())).toMatchObject({
      role: 'verification',
      sub: 'development-verification',
    });
    await openHttpGraph(config(), 1000, testLogger).close();
  });
});
