import { expectErrors, type Asked } from '../../support/ask';
import { databaseKinds } from '../../support/databases';
import { openDistrict, type District } from '../../support/district';
import { family, resident, someone, together, vehicle } from '../../support/family';

const yin = someone('尹某');
const yang = someone('杨某');
const registries = together(
  family('YB-1', [yin, yang]),
  family('YB-2', [someone('陈某')], { division_code: '500113' }),
  resident('HJ-1', yin),
  vehicle('CL-1', yang),
);
const departments = ['civil-affairs', 'public-security'];

describe.each(databaseKinds)('Whoever looks at who looked, on %s,', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ kind, departments, registries });
    await district.ask('{ household(id: "YB-1") { assets { vehicles { status } } } }', {
      role: 'caseworker',
    });
    await district.ask('{ household(id: "YB-2") { members { declaredName } } }', { role: 'verifier' });
  });
  afterAll(() => district.close());

  interface Page {
    readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const log = async (parameters: string, divisions?: readonly string[]) => {
    const asked = await district.ask(
      `{ accessLog${parameters} {
        edges { node { id at subject role purpose reason householdIds personIds operation outcome codes
          registries { registry status householdIds } } }
        pageInfo { hasNextPage endCursor } } }`,
      { role: 'auditor', reason: '抽查', ...(divisions ? { divisions } : {}) },
    );
    return { errors: asked.errors, ...(asked.data?.['accessLog'] as Page) };
  };
  const rolesOf = ({ edges }: Page) => edges.map(({ node }) => node['role']);

  it('finds every access, the newest first', async () => {
    const { errors, edges } = await log('(filter: { to: "2018-07-02T09:00:01+08:00" })');
    expect(errors).toEqual([]);
    expect(edges.map(({ node }) => node).slice(-2)).toEqual([
      expect.objectContaining({ role: 'verifier', householdIds: ['YB-2'], registries: [] }),
      expect.objectContaining({
        at: '2018-07-02T09:00:00+08:00',
        subject: 'test-caseworker',
        purpose: 'APPLICATION_REVIEW',
        householdIds: ['YB-1'],
        registries: [{ registry: 'vehicles', status: 'FOUND', householdIds: ['YB-1'] }],
        outcome: 'ANSWERED',
        codes: [],
      }),
    ]);
  });

  it('leaves an access too, with what they looked for', async () => {
    await log('(filter: { householdId: "YB-1", role: "caseworker" })');
    const { edges } = await log('(first: 1)');
    expect(edges[0]?.node).toMatchObject({
      role: 'auditor',
      purpose: 'AUDIT',
      reason: '抽查',
      householdIds: ['YB-1'],
    });
  });

  it('finds accesses by what they have in common', async () => {
    expect(rolesOf(await log('(filter: { householdId: "YB-2", role: "verifier" })'))).toEqual(['verifier']);
    expect(rolesOf(await log('(filter: { subject: "test-caseworker" })'))).toEqual(['caseworker']);
    expect(rolesOf(await log('(filter: { purpose: OBJECTION })'))).toEqual([]);
    expect(rolesOf(await log('(filter: { to: "2018-07-02T09:00:00+08:00" })'))).toEqual([]);
  });

  it('goes on page by page', async () => {
    const filter = 'filter: { role: "caseworker" }';
    const first = await log(`(${filter}, first: 1)`);
    expect(first.pageInfo).toMatchObject({ hasNextPage: false });
    const all = await log('(first: 1)');
    const next = await log(`(first: 1, after: "${all.pageInfo.endCursor}")`);
    expect(next.edges[0]?.node).not.toEqual(all.edges[0]?.node);
    expect((await log('(first: 0)')).errors).toMatchObject([{ extensions: { code: 'INVALID_PAGE_SIZE' } }]);
    expect((await log('(after: "x")')).errors).toMatchObject([{ extensions: { code: 'INVALID_CURSOR' } }]);
  });

  it('sees those of their own divisions alone', async () => {
    expect(rolesOf(await log('(filter: { householdId: "YB-1", role: "caseworker" })', ['500112']))).toEqual([
      'caseworker',
    ]);
    expect(rolesOf(await log('(filter: { householdId: "YB-1", role: "caseworker" })', ['500113']))).toEqual(
      [],
    );
  });

  it('finds who looked at a person, beside the person', async () => {
    const { data, errors }: Asked = await district.ask(
      '{ household(id: "YB-1") { members { declaredName person { accesses(first: 100) { edges { node { role } } } } } } }',
      { role: 'auditor' },
    );
    expect(errors).toEqual([]);
    const { members } = data?.['household'] as {
      members: { person: { accesses: { edges: { node: { role: string } }[] } } }[];
    };
    for (const { person } of members) {
      expect(person.accesses.edges.map(({ node }) => node.role)).toContain('caseworker');
    }
  });

  it('is an auditor', async () => {
    for (const role of ['caseworker', 'assistance', 'verifier', 'operator'] as const) {
      expectErrors(await district.ask('{ accessLog { edges { cursor } } }', { role }), 'FORBIDDEN');
      expectErrors(
        await district.ask(
          '{ household(id: "YB-1") { members { person { accesses { edges { cursor } } } } } }',
          { role },
        ),
        'FORBIDDEN',
      );
    }
  });
});
