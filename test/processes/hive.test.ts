import { createLocalJWKSet } from 'jose';
import { newSigningKey, publicSet } from '../../schema/config/keys';
import { registryNames } from '../../subgraphs/eligibility/engine/facts/facts';
import { serveDepartment, type ServedDepartment } from '../../subgraphs/runtime/serve/serve-department';
import { openCheckCentre, type CheckCentre } from '../support/check-centre';
import { assessingDepartments, departmentNames } from '../support/department-processes';
import { family, someone, together } from '../support/family';
import { openHive, type Damage, type Hive } from '../support/hive';
import { wholeDistrict } from '../support/household-profile';
import { checksOf } from '../support/registry-checks';
import { sampleFamilies } from '../support/sample-families';
import { testLogger } from '../support/test-logger';

/** Somebody who meets the conditions of the allowance, which reads nearly every registry. */
const meeting = 'YB-MEETS';
const registries = together(
  sampleFamilies(),
  family(meeting, [someone('尹某')], {
    program: 'MINIMUM_LIVING_ALLOWANCE',
    declared_financial_assets: '2000.00',
  }),
);

const nowhere = 'http://127.0.0.1:1/graphql';

const served: ServedDepartment[] = [];
const urls = new Map<string, string>();
const damages = new Map<string, Damage>();

let centre: CheckCentre;
let hive: Hive;
beforeAll(async () => {
  centre = await openCheckCentre({ registries });
  await centre.run(await centre.accept('YB-2018-0002'));
  const { key: signer } = newSigningKey();
  const gatewayKeys = createLocalJWKSet(publicSet(signer));
  const options = { host: '127.0.0.1', port: 0, gatewayKeys, maxBodyBytes: 1e8, logger: testLogger };
  for (const department of centre.district.graph.departments) {
    const at = await serveDepartment(department, options);
    served.push(at);
    urls.set(department.subgraph.name, at.url);
  }
  hive = await openHive({ urls, signer, damages });
}, 60_000);
afterAll(async () => {
  await Promise.all(served.map((department) => department.close()));
  await centre.close();
});

interface Assessed {
  readonly id: string;
  readonly eligibility: { readonly outcome: string } | null;
}

/** The outcome for whoever meets the conditions; null without an assessment. */
async function outcome(): Promise<string | null> {
  const { data } = await hive(`{ household(id: "${meeting}") { id eligibility { outcome } } }`);
  const household = data?.['household'] as Assessed | null | undefined;
  return household?.eligibility?.outcome ?? null;
}

/** Changes every list of entities in an answer. */
const entities =
  (change: (all: readonly unknown[]) => unknown): Damage =>
  (answer) => ({
    ...answer,
    data: Object.fromEntries(
      Object.entries(answer.data ?? {}).map(([key, value]) => [
        key,
        Array.isArray(value) ? change(value) : value,
      ]),
    ),
  });

/** Civil affairs tells of households themselves. */
const askedForEntities = departmentNames.filter((name) => name !== 'civil-affairs');

const faults: Readonly<Record<string, Damage>> = {
  'answers that its data is null': () => ({ data: null }),
  'answers nothing': () => ({}),
  'answers null for each entity, without an error': entities((all) => all.map(() => null)),
  'answers an empty object for each entity': entities((all) => all.map(() => ({}))),
  'answers no entity': entities(() => []),
};

describe('Hive Gateway, over the same departments,', () => {
  it('tells the same of households, their assessments and their verifications as our gateway', async () => {
    const theirs = await hive(wholeDistrict);
    const ours = await centre.district.ask(wholeDistrict);
    expect(ours.errors).toEqual([]);
    expect(ours.data).toMatchObject({ household: { verifications: [{ state: 'REPORTED' }] } });
    expect(theirs).toEqual({ data: ours.data });
    expect(await outcome()).toBe('MEETS');
  });

  it.each(departmentNames)('tells nobody that they meet the conditions while %s is gone', async (name) => {
    const url = urls.get(name) ?? '';
    urls.set(name, nowhere);
    const told = await outcome();
    urls.set(name, url);
    expectSafe(name, told);
    expect(await outcome()).toBe('MEETS');
  });

  describe.each(Object.entries(faults))('where a department %s,', (_, damage) => {
    it.each(askedForEntities)('tells nobody that they meet the conditions: %s', async (name) => {
      damages.set(name, damage);
      const told = await outcome();
      damages.clear();
      expectSafe(name, told);
    });
  });
});

/**
 * Without a registry that the program reads, or whoever tells of the household or assesses it, there is no assessment, or
 * one that does not say MEETS. Without others it stays.
 */
function expectSafe(department: string, told: string | null): void {
  const isRead = checksOf(department).some(({ check }) =>
    (registryNames as readonly string[]).includes(check),
  );
  if (isRead || [...assessingDepartments, 'civil-affairs'].includes(department))
    expect([null, 'UNDETERMINED']).toContain(told);
  else expect(told).toBe('MEETS');
}
