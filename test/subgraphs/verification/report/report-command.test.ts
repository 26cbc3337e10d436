import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningKey } from '../../../../schema/config/keys';
import { packageRoot } from '../../../../schema/package-root';
import { reportPage } from '../../../../subgraphs/verification/report/html/report-page';
import { reportOf } from '../../../../subgraphs/verification/report/report-of';
import { signReport } from '../../../../subgraphs/verification/report/sign-report';
import { textOfSet } from '../../../support/key-sets';
import { reportedFamily } from './reported-family';

jest.setTimeout(30_000);

const signer = newSigningKey().key;
const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const place = (name: string) => join(folder, name);

function kept(name: string, content: string | Buffer): string {
  writeFileSync(place(name), content);
  return place(name);
}

const keys = kept('keys.json', textOfSet(signer));
const first = signReport(reportOf(reportedFamily()), signer);
const second = signReport(
  reportOf(reportedFamily({ with: { version: 2, previousDigest: first.digest } })),
  signer,
);
const [one, two] = [kept('1.json', first.text), kept('2.json', second.text)];

/** `npm run report -- …`, as a process of its own that knows nothing but its files. */
function report(...args: readonly string[]) {
  const { PATH = '' } = process.env;
  const cli = join(packageRoot, 'dist/subgraphs/verification/report/cli.js');
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { PATH, DATA_DIR: folder, DEPLOYMENT: 'production' },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString()));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, stdout, stderr })),
  );
}

const ok = (version: number, digest: string) =>
  `OK HC-2018-3F9A-6C1D-${version} version ${version} digest ${digest} key ${signer.id}\n`;

describe('npm run report -- verify', () => {
  it('tells of each report what it is, whatever the order of the files', async () => {
    expect(await report('verify', two, one, '--keys', keys)).toEqual({
      status: 0,
      stdout: ok(2, second.digest) + ok(1, first.digest),
      stderr: '',
    });
  });

  it('tells what is wrong with which file', async () => {
    const altered = kept('altered.json', first.text.replace('某街道办事处', '某镇人民政府'));
    const bytes = kept('bytes.json', Buffer.concat([Buffer.from(first.text), Buffer.from([0xff])]));
    expect(await report('verify', altered, one, bytes, '--keys', keys)).toEqual({
      status: 1,
      stdout: [
        `${altered}: its digest is not that of the report\n`,
        `${altered}: its signature does not hold for the report\n`,
        `${bytes}: it is not a text in UTF-8\n`,
      ].join(''),
      stderr: '',
    });
  });

  it('holds several files of one verification together', async () => {
    const other = signReport(
      reportOf(reportedFamily({ with: { version: 2, previousDigest: second.digest } })),
      signer,
    );
    expect(await report('verify', one, kept('other.json', other.text), '--keys', keys)).toEqual({
      status: 1,
      stdout: 'HC-2018-3F9A-6C1D: version 2 names another report as the one before\n',
      stderr: '',
    });
  });

  it('needs the public keys in production, and a file that is there', async () => {
    const [withoutKeys, withoutFile] = await Promise.all([
      report('verify', one),
      report('verify', place('no.json'), '--keys', keys),
    ]);
    expect(withoutKeys).toMatchObject({ status: 1, stdout: '' });
    expect(withoutKeys.stderr).toContain('REPORT_PUBLIC_KEYS');
    expect(withoutFile).toEqual({
      status: 1,
      stdout: '',
      stderr: `${place('no.json')} cannot be read (ENOENT)\n`,
    });
  });
});

describe('npm run report -- print', () => {
  it('makes the page of a report', async () => {
    const [toFile, toOutput] = await Promise.all([
      report('print', one, '--out', place('1.html'), '--keys', keys),
      report('print', one, '--keys', keys),
    ]);
    expect(toFile).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(place('1.html'), 'utf8')).toBe(reportPage(first.text));
    expect(toOutput).toEqual({ status: 0, stdout: reportPage(first.text), stderr: '' });
  });

  it('makes none of a report that was altered', async () => {
    const altered = kept('to-print.json', first.text.replace('某街道办事处', '某镇人民政府'));
    const { status, stdout, stderr } = await report('print', altered, '--keys', keys);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`${altered}: its digest is not that of the report`);
  });
});

it('npm run report tells how it is used', async () => {
  const misuses = [
    [],
    ['verify'],
    ['print', one, two],
    ['verify', one, '--out', 'x.html'],
    ['mend', one],
    ['verify', one, '--fast'],
  ];
  for (const { status, stdout, stderr } of await Promise.all(misuses.map((args) => report(...args)))) {
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^usage: npm run report -- verify FILE/);
  }
});
