import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../schema/package-root';
import type { DepartmentAnswer } from '../../../schema/wire/graphql-exchange';
import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { departmentNames } from '../../support/district';
import { eventually } from '../../support/eventually';
import { send } from '../../support/send';

const original = readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8');
const described = 'A family as it applies for assistance.';
const another = (description: string) => original.replace(described, description);
const query = '{ __type(name: "Household") { description } household(id: "YB-1") { id } }';

describe('A gateway whose supergraph is a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  const path = join(folder, 'supergraph.graphql');
  /** Lets civil affairs answer whoever waits for it. */
  const answers: ((answer: DepartmentAnswer) => void)[] = [];
  let gateway: AttackedGateway;
  beforeAll(async () => {
    writeFileSync(path, original);
    const execute = () => new Promise<DepartmentAnswer>((resolve) => void answers.push(resolve));
    const status = () => Promise.resolve([]);
    gateway = await openAttackedGateway({
      departments: [],
      instead: new Map(departmentNames.map((name) => [name, { execute, status }])),
      settings: { SUPERGRAPH: path },
    });
  });
  afterAll(async () => {
    await gateway.close();
    rmSync(folder, { recursive: true });
  });

  async function ask(): Promise<{ readonly status: number; readonly description: string | undefined }> {
    const asking = gateway.post({ query }, { as: { role: 'auditor' } });
    await eventually('civil affairs is asked', 10_000, () => answers[0]);
    answers.splice(0).forEach((answer) => answer({ data: { household: null } }));
    const { status, data } = await asking;
    return { status, description: (data?.['__type'] as { description: string } | undefined)?.description };
  }

  const reload = async (text: string): Promise<void> => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
    await gateway.district.graph.reload();
  };

  it('serves by it, and by what it comes to hold', async () => {
    expect((await ask()).description).toContain(described);
    await reload(another('The second.'));
    expect((await ask()).description).toContain('The second.');
  });

  it('answers a question by the supergraph with which that began', async () => {
    const asking = gateway.post({ query }, { as: { role: 'auditor' } });
    await eventually('civil affairs is asked', 10_000, () => answers[0]);
    await reload(another('The third.'));
    answers.splice(0).forEach((answer) => answer({ data: { household: null } }));
    const { status, data } = await asking;
    expect([status, data?.['household']]).toEqual([200, null]);
    expect(JSON.stringify(data)).toContain('The second.');
    expect((await ask()).description).toContain('The third.');
  });

  it.each<readonly [string, string, () => void]>([
    ['is truncated', 'NOT_A_SUPERGRAPH', () => truncateSync(path, 60_000)],
    [
      'is truncated between two types',
      'NOT_A_SUPERGRAPH',
      () => writeFileSync(path, original.slice(0, original.indexOf('\n\n', 60_000))),
    ],
    ['is empty', 'NOT_A_SUPERGRAPH', () => writeFileSync(path, '')],
    ['is of another kind', 'NOT_A_SUPERGRAPH', () => writeFileSync(path, 'type Query { secret: Int }')],
    [
      'has a department that nobody here knows',
      'NOBODY_ANSWERS',
      () => writeFileSync(path, original.replace('name: "taxation"', 'name: "customs"')),
    ],
    [
      'leaves a field to everybody',
      'ACCESS_INCOMPLETE',
      () =>
        writeFileSync(
          path,
          original.replace(
            /(type Household\n[^{]*)@requiresScopes\(scopes: \[\["household:read"\]\]\)/,
            '$1',
          ),
        ),
    ],
    [
      'lacks what a published document asks for',
      'DOCUMENT_DOES_NOT_FIT',
      () => writeFileSync(path, original.replaceAll('declaredName', 'nameDeclared')),
    ],
    [
      'is a folder',
      'EISDIR',
      () => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])('goes on with the one that it has where the file %s', async (_, code, damage) => {
    gateway.forget();
    damage();
    await gateway.district.graph.reload();
    expect((await ask()).description).toContain('The third.');
    const refused = gateway.log.filter((line) => line.includes('supergraph not taken'));
    const codes = refused.map((line) => (JSON.parse(line) as { code: string }).code);
    // The file is looked at by itself too, and may be met half-way to its damage.
    expect(codes).toContain(code);
    expect(refused.join()).not.toMatch(/secret|customs|nameDeclared/);
    const ready = gateway.url.replace('/graphql', '/health/ready');
    expect((await send(ready, { method: 'GET' })).status).toBe(200);
  });

  it('decides access by the new one as soon as it is served', async () => {
    rmSync(path, { recursive: true });
    await reload(
      another('The fourth.').replace(/(type Household\n[^{]*)"household:read"/, '$1"operations:read"'),
    );
    const { status, codes } = await gateway.post({ query }, { as: { role: 'auditor' } });
    expect([status, codes]).toEqual([403, ['FORBIDDEN']]);
  });
});
