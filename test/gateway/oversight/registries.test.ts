import type { Department } from '../../../schema/wire/graphql-exchange';
import { departments } from '../../../subgraphs';
import { formatInstant } from '../../../schema/values/instant';
import { now, openDistrict, type District } from '../../support/district';
import { databaseKinds } from '../../support/databases';

const question = `{
  registries {
    name chineseName department departmentChineseName tier reach refreshHours
    records asOf reachable lastErrorCode lastErrorAt
  }
}`;

interface Registry {
  readonly name: string;
  readonly [field: string]: unknown;
}

async function registriesOf(district: District): Promise<ReadonlyMap<string, Registry>> {
  const { data, errors } = await district.ask(question, { role: 'operator' });
  expect(errors).toEqual([]);
  return new Map((data?.['registries'] as Registry[]).map((registry) => [registry.name, registry]));
}

describe.each(databaseKinds)('The catalogue of registries on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ kind, registries: {}, neverFilled: ['vehicles'] });
  });
  afterAll(() => district.close());

  it('holds every registry of every department, in the order of the list', async () => {
    const names = departments.flatMap(({ registries }) => registries.map(({ name }) => name));
    expect([...(await registriesOf(district)).keys()]).toEqual(names);
  });

  it('tells what is agreed of a registry and how its data stands', async () => {
    expect((await registriesOf(district)).get('providentFund')).toEqual({
      name: 'providentFund',
      chineseName: expect.any(String) as string,
      department: 'provident-fund',
      departmentChineseName: '公积金中心',
      tier: 'MUNICIPAL',
      reach: 'CITY',
      refreshHours: 24,
      records: 0,
      asOf: formatInstant(now),
      reachable: true,
      lastErrorCode: null,
      lastErrorAt: null,
    });
  });

  it('says of a registry that was never filled that it has no data, not that it has none', async () => {
    expect((await registriesOf(district)).get('vehicles')).toMatchObject({
      records: null,
      asOf: null,
      reachable: true,
      lastErrorCode: 'NEVER_FILLED',
    });
  });

  it('is for operators alone', async () => {
    const { data, errors } = await district.ask(question, { role: 'caseworker' });
    expect(data).toBeUndefined();
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['FORBIDDEN']);
  });
});

describe('The catalogue of registries', () => {
  const down: Department = {
    execute: () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })),
    status: () => Promise.reject(Object.assign(new Error('down'), { code: 'ECONNREFUSED' })),
  };

  it('shows the registries of a department that does not answer as not reachable, and all others whole', async () => {
    const district = await openDistrict({ registries: {}, instead: new Map([['taxation', down]]) });
    try {
      const registries = await registriesOf(district);
      expect(registries.get('taxes')).toMatchObject({
        records: null,
        asOf: null,
        reachable: false,
        lastErrorCode: 'ECONNREFUSED',
        lastErrorAt: formatInstant(now),
      });
      const unreachable = [...registries.values()].filter(({ reachable }) => reachable === false);
      expect(unreachable.map(({ name }) => name)).toEqual(['taxes']);
    } finally {
      await district.close();
    }
  });

  it('shows a database that fails as not reachable', async () => {
    const district = await openDistrict({ registries: {} });
    try {
      const education = district.graph.departments.find(({ subgraph }) => subgraph.name === 'education');
      await education?.database.dataSource.query('DROP TABLE registry_state');
      expect((await registriesOf(district)).get('enrolments')).toMatchObject({
        reachable: false,
        records: null,
      });
    } finally {
      await district.close();
    }
  });
});
