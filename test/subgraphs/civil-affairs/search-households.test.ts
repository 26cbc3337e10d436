import fc from 'fast-check';
import { databaseKinds } from '../../support/databases';
import { expectErrors, type Asked } from '../../support/ask';
import { openDistrict, type District, twoDepartments } from '../../support/district';
import { family, someone, together } from '../../support/family';

interface Page {
  readonly edges: readonly { readonly node: { readonly id: string }; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const names = [
  "O'某",
  '100%',
  '_某',
  '\\某',
  '尹某',
  "尹某' OR '1'='1",
  '尹%',
  '"引"',
  '\u{20BB7}某',
  'yin',
  'YIN',
  '李某',
];

/** Thirty applications, several a day, in two districts. */
const applications = Array.from({ length: 30 }, (_, index) => ({
  id: `YB-${String((index * 7) % 30).padStart(2, '0')}`,
  name: names[index] ?? '众人',
  applied_on: `2018-06-${String(1 + Math.floor(index / 4)).padStart(2, '0')}`,
  division_code: index % 3 === 0 ? '500113001' : index % 3 === 1 ? '500112012' : '500112120',
  program: index % 2 === 0 ? 'TEMPORARY_ASSISTANCE' : 'MEDICAL_ASSISTANCE',
}));

type Application = (typeof applications)[number];

/** The ids of some applications, newest first and within a day by id. */
function idsOf(test: (application: Application) => boolean): string[] {
  return applications
    .filter(test)
    .map(({ applied_on, id }) => `${9999_99_99 - Number(applied_on.replaceAll('-', ''))} ${id}`)
    .sort()
    .map((key) => key.split(' ')[1] ?? '');
}

describe.each(databaseKinds)('A search for households on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      departments: twoDepartments,
      kind,
      registries: together(
        ...applications.map(({ id, name, ...cells }) =>
          family(id, [someone(name), someone(`${name}之亲`)], cells),
        ),
      ),
    });
  });
  afterAll(() => district.close());

  const query = `query ($filter: HouseholdFilter, $first: Int, $after: String) {
    searchHouseholds(filter: $filter, first: $first, after: $after) {
      edges { node { id } cursor } pageInfo { hasNextPage endCursor }
    }
  }`;
  const search = (variables: Record<string, unknown>, divisions?: readonly string[]): Promise<Asked> =>
    district.ask(query, { variables, ...(divisions ? { divisions } : {}) });
  const pageOf = ({ data }: Asked) => data?.['searchHouseholds'] as Page;

  async function found(filter: Record<string, unknown>): Promise<string[]> {
    const asked = await search({ filter, first: 100 });
    expectErrors(asked);
    return pageOf(asked).edges.map(({ node }) => node.id);
  }

  it('gives the newest first and, within a day, by id', async () => {
    expect(await found({})).toEqual(idsOf(() => true));
  });

  it('gives twenty where no number is asked for', async () => {
    const { edges, pageInfo } = pageOf(await search({}));
    expect(edges.map(({ node }) => node.id)).toEqual(idsOf(() => true).slice(0, 20));
    expect(pageInfo).toEqual({ hasNextPage: true, endCursor: edges.at(-1)?.cursor });
    expect(pageOf(await search({ first: null })).edges).toHaveLength(20);
  });

  it.each<[string, Record<string, string>, (application: Application) => boolean]>([
    ['program', { program: 'MEDICAL_ASSISTANCE' }, ({ program }) => program === 'MEDICAL_ASSISTANCE'],
    ['street', { divisionCode: '500112012' }, (of) => of.division_code === '500112012'],
    ['district above its streets', { divisionCode: '500112' }, (of) => of.division_code.startsWith('500112')],
    ['division that has none', { divisionCode: '500114' }, () => false],
    ['first day', { appliedFrom: '2018-06-04' }, (of) => of.applied_on >= '2018-06-04'],
    ['last day', { appliedTo: '2018-06-04' }, (of) => of.applied_on <= '2018-06-04'],
    ['applicant', { applicantName: '众人' }, ({ name }) => name === '众人'],
    ['applicant with blanks around', { applicantName: ' 尹某 ' }, ({ name }) => name === '尹某'],
    ['somebody who is no applicant', { applicantName: '众人之亲' }, () => false],
    ['nobody’s name', { applicantName: '' }, () => false],
    ['applicant in compatibility characters', { applicantName: '\uF9E1某' }, ({ name }) => name === '李某'],
    [
      'all of them together',
      {
        program: 'TEMPORARY_ASSISTANCE',
        divisionCode: '500112',
        appliedFrom: '2018-06-03',
        appliedTo: '2018-06-05',
        applicantName: '众人',
      },
      (of) =>
        of.program === 'TEMPORARY_ASSISTANCE' &&
        of.division_code.startsWith('500112') &&
        of.applied_on >= '2018-06-03' &&
        of.applied_on <= '2018-06-05' &&
        of.name === '众人',
    ],
  ])('by %s finds those alone', async (_, filter, holds) => {
    expect(await found(filter)).toEqual(idsOf(holds));
  });

  it.each(names)('by the applicant %j finds that name and no other', async (applicantName) => {
    expect(await found({ applicantName })).toEqual(idsOf(({ name }) => name === applicantName));
  });

  it.each(['%', '_', '尹', '尹_', "'", '\\', '\\%', "尹某'--", 'Yin', "' OR 1 = 1 -- ", '众人\u0000'])(
    'by the text %j, which is nobody’s name, finds nobody',
    async (applicantName) => {
      expect(await found({ applicantName })).toEqual([]);
    },
  );

  it('gives each household once over all pages, whatever their size', async () => {
    const divisions = fc.constantFrom(undefined, '500112', '500113', '500112012');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 31 }), divisions, async (first, divisionCode) => {
        const all = idsOf((of) => of.division_code.startsWith(divisionCode ?? ''));
        const seen: string[] = [];
        let after: string | null = null;
        do {
          const page: Page = pageOf(await search({ first, after, filter: { divisionCode } }));
          expect(page.edges.length).toBeLessThanOrEqual(first);
          expect(page.pageInfo.hasNextPage).toBe(seen.length + page.edges.length < all.length);
          expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor ?? null);
          seen.push(...page.edges.map(({ node }) => node.id));
          after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
        } while (after !== null);
        expect(seen).toEqual(all);
      }),
      { seed: 20180611, numRuns: 12 },
    );
  });

  it('continues behind any household of a page, not only behind the last', async () => {
    const all = idsOf(() => true);
    const { edges } = pageOf(await search({ first: 9 }));
    const rest = pageOf(await search({ first: 100, after: edges[4]?.cursor }));
    expect(rest.edges.map(({ node }) => node.id)).toEqual(all.slice(5));
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('shows the caller’s divisions alone, and a filter cannot widen them', async () => {
    const ids = async (filter: Record<string, string>) =>
      pageOf(await search({ filter, first: 100 }, ['500113'])).edges.map(({ node }) => node.id);
    expect(await ids({})).toEqual(idsOf((of) => of.division_code.startsWith('500113')));
    expect(await ids({ divisionCode: '50' })).toEqual(idsOf((of) => of.division_code.startsWith('500113')));
    expect(await ids({ divisionCode: '500112' })).toEqual([]);
  });

  it('of which nothing is found has an empty page without a cursor', async () => {
    expect(pageOf(await search({ filter: { appliedFrom: '2019-01-01' } }))).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each([
    ['a text', 'next'],
    ['the empty text', ''],
    ['Base64 of no JSON', Buffer.from('page 2').toString('base64url')],
    ['a list of one', encoded(['2018-06-01'])],
    ['a list of three', encoded(['2018-06-01', 'YB-01', 1])],
    ['an object', encoded({ appliedOn: '2018-06-01' })],
    ['null', encoded(null)],
    ['a day that the calendar does not have', encoded(['2018-06-31', 'YB-01'])],
    ['a number for an id', encoded(['2018-06-01', 1])],
  ])('refuses %s as a cursor', async (_, after) => {
    const asked = await search({ after });
    expectErrors(asked, 'INVALID_CURSOR at searchHouseholds');
    expect(asked.data).toBeNull();
  });

  it.each([-1, 0, 101, 2_147_483_647])('refuses pages of %d households', async (first) => {
    expectErrors(await search({ first }), 'INVALID_PAGE_SIZE at searchHouseholds');
  });

  it('takes pages of 1 and of 100 households', async () => {
    expect(pageOf(await search({ first: 1 })).edges).toHaveLength(1);
    expect(pageOf(await search({ first: 100 })).edges).toHaveLength(30);
  });
});
