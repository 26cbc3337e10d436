// Prints a page of a report as PDF in headless Chromium, and each of its sheets as a picture, for somebody to look at:
// no table clipped, page numbers, the place for the seal and the lines to sign on.
//   node test/by-hand/print-page.mjs PAGE.html FOLDER
// `npm test` leaves a long one at .test-output/verification-report.html; `npm run report -- print` makes others.
// Needs chromium, a Chinese font such as fonts-noto-cjk, and poppler-utils.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [page, folder] = process.argv.slice(2);
if (page === undefined || folder === undefined) {
  process.stderr.write('usage: node test/by-hand/print-page.mjs PAGE.html FOLDER\n');
  process.exit(2);
}

function run(program, ...args) {
  const { error, status, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 60_000 });
  if (error || status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

mkdirSync(folder, { recursive: true });
const pdf = path.join(folder, 'report.pdf');
// Without its sandbox Chromium runs as root too, as in a container; the page has no script.
const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
run(
  process.env.CHROMIUM ?? 'chromium',
  ...flags,
  `--print-to-pdf=${pdf}`,
  pathToFileURL(path.resolve(page)).href,
);
run('pdftoppm', '-r', '90', '-png', pdf, path.join(folder, 'page'));
for (const file of readdirSync(folder).sort()) process.stdout.write(`${path.join(folder, file)}\n`);
