import { createLocalJWKSet } from 'jose';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import { reportOf } from '../../../../subgraphs/verification/report/report-of';
import type { ReportSource } from '../../../../subgraphs/verification/report/report-source';
import { signReport } from '../../../../subgraphs/verification/report/sign-report';
import { verifyChain } from '../../../../subgraphs/verification/report/verify-chain';
import { reportedFamily } from './reported-family';

const signer = newSigningKey().key;
const keys = createLocalJWKSet(publicSet(signer));
const family = reportedFamily();

const version = (given: Partial<ReportSource>) => signReport(reportOf({ ...family, ...given }), signer);
const on = (day: number) => new Date(Date.UTC(2018, 6, day));

const first = version({ version: 1, issuedAt: on(3) });
const second = version({ version: 2, issuedAt: on(10), previousDigest: first.digest });
const third = version({ version: 3, issuedAt: on(20), previousDigest: second.digest });

const problemsOf = (...versions: readonly { readonly text: string }[]) =>
  verifyChain(
    versions.map(({ text }) => text),
    keys,
  );

describe('The versions of a report', () => {
  it('hold as they were issued, and each beginning of them does', async () => {
    expect(await problemsOf(first)).toEqual([]);
    expect(await problemsOf(first, second)).toEqual([]);
    expect(await problemsOf(first, second, third)).toEqual([]);
  });

  it('may be issued at one instant', async () => {
    expect(
      await problemsOf(first, version({ version: 2, issuedAt: on(3), previousDigest: first.digest })),
    ).toEqual([]);
  });

  it.each([
    ['nothing', [], ['there is no version']],
    [
      'the first taken out',
      [second, third],
      [
        'version 1 is missing: there is version 2 in its place',
        'version 2 is missing: there is version 3 in its place',
      ],
    ],
    [
      'one taken out between',
      [first, third],
      [
        'version 2 is missing: there is version 3 in its place',
        'version 3 names another report as the one before',
      ],
    ],
    [
      'one twice',
      [first, first],
      [
        'version 2 is missing: there is version 1 in its place',
        'version 1 names another report as the one before',
      ],
    ],
    [
      'the first put in another’s place',
      [version({ issuedAt: on(3), issuedBecause: '另行出具' }), second],
      ['version 2 names another report as the one before'],
    ],
    [
      'one of another verification',
      [
        first,
        version({
          verification: { ...family.verification, id: 'HC-2018-0000-0000' },
          version: 2,
          issuedAt: on(10),
          previousDigest: first.digest,
        }),
      ],
      ['version 2 is of another verification'],
    ],
    [
      'one issued before the one that it follows',
      [first, version({ version: 2, issuedAt: on(2), previousDigest: first.digest })],
      ['version 2 was issued before the version that it follows'],
    ],
    [
      'one altered',
      [first, { text: second.text.replace('某街道办事处', '某镇人民政府') }],
      [
        'version 2: its digest is not that of the report',
        'version 2: its signature does not hold for the report',
      ],
    ],
    [
      'one cut off',
      [first, { text: second.text.slice(0, 500) }],
      ['version 2: it is not JSON, or not whole'],
    ],
  ])('are found out: %s', async (_, versions, problems) => {
    expect(await problemsOf(...versions)).toEqual(expect.arrayContaining(problems));
  });
});
