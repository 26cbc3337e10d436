import { readdirSync } from 'node:fs';
import { pino } from 'pino';
import { readConfig } from '../../../../schema/config/read-config';
import { RefusedStart, toldAtStart } from '../../../../schema/config/refused-start';
import { departments } from '../../../../subgraphs';
import { defineSubgraph, keepsRecords } from '../../../../subgraphs/runtime/define-subgraph';
import { openDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { testDatabases } from '../../../support/databases';

const logger = pino({ level: 'silent' });
const call = {
  callers: [{ subject: 'a', role: 'verifier', correlationId: 'c' }],
  purpose: null,
  cases: [],
  budgetMs: 5_000,
};

/** In production nothing is made up: no key, and no file of a database. */
const production = readConfig({ DEPLOYMENT: 'production' }, []);

const assessing = departments.filter((department) => !keepsRecords(department));

describe('A department that keeps nothing', () => {
  it('is one whose manifest has no tables', () => {
    expect(assessing.map(({ name }) => name)).toEqual(['eligibility']);
    expect(defineSubgraph({ name: 'weather', chinese: '气象局', resolvers: {} })).toMatchObject({
      registries: [],
      migrations: [],
    });
  });

  it.each(assessing.map((subgraph) => [subgraph.name, subgraph] as const))(
    'answers without a database and without the key of the pseudonyms: %s',
    async (_, subgraph) => {
      const databases = testDatabases('SQLite');
      const config = { ...production, DATA_DIR: databases.config.DATA_DIR };
      const statements: string[] = [];
      const onStatement = (sql: string) => void statements.push(sql);
      const department = await openDepartment(subgraph, { config, logger, onStatement });
      expect(await department.execute({ query: '{ __typename }' }, call)).toEqual({
        data: { __typename: 'Query' },
      });
      expect(await department.status(call)).toEqual([]);
      await department.close();
      expect({ statements, files: readdirSync(config.DATA_DIR) }).toEqual({ statements: [], files: [] });
      await databases.remove();
    },
  );

  it('refuses whoever takes it for one that does', async () => {
    const [subgraph] = assessing;
    const { database } = await openDepartment(subgraph!, { config: production, logger });
    const refusal = 'eligibility keeps no registry and has no database';
    await expect(database.select('SELECT 1')).rejects.toThrow(refusal);
    await expect(database.session(async () => 1)).rejects.toThrow(refusal);
    expect(() => database.dataSource).toThrow(refusal);
    expect(() => database.dialect).toThrow(refusal);
  });
});

describe('What a department reads at its start', () => {
  const reading = (read: () => never) =>
    openDepartment(defineSubgraph({ name: 'eligibility', chinese: '气象局', resolvers: read }), {
      config: production,
      logger,
    });

  it('stops the start where it does not hold, and is told without a place in the code', async () => {
    const failed = await reading(() => {
      throw new RefusedStart('standards.yaml: urban: it is no amount');
    }).catch((error: unknown) => error);
    expect(toldAtStart(failed)).toBe('standards.yaml: urban: it is no amount');
  });

  it('is told with its place where it fails otherwise', async () => {
    const failed = await reading(() => {
      throw new Error('a defect');
    }).catch((error: unknown) => error);
    expect(toldAtStart(failed)).toMatch(/^Error: a defect\n\s+at /);
  });
});
