// Runs Jest, then the canary over everything that the tests, servers and command lines wrote.
//   npm test [-- <jest arguments>]
// The last line is `N passed, N failed`. A test that is skipped or still to be written counts as failed.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findIdentityNumbers } from './support/canary.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const output = path.join(root, '.test-output');
const report = path.join(output, 'jest.json');
const passedOn = process.argv.slice(2);

function runJest() {
  const log = createWriteStream(path.join(output, 'jest.log'));
  const jest = spawn(
    process.execPath,
    [path.join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...passedOn],
    { cwd: root, env: { ...process.env, TEST_OUTPUT_DIR: output }, stdio: ['inherit', 'pipe', 'pipe'] },
  );
  for (const name of ['stdout', 'stderr']) {
    jest[name].on('data', (chunk) => {
      process[name].write(chunk);
      log.write(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    jest.on('error', reject);
    jest.on('close', (code) => log.end(() => resolve(code)));
  });
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}

function count(result, exitCode) {
  if (result === undefined) return { passed: 0, failed: 1 };
  // With a name pattern, the tests that it leaves out are reported as pending too.
  const isNarrowed = passedOn.some((argument) => /^(-t|--testNamePattern)/.test(argument));
  const undone = isNarrowed ? 0 : result.numPendingTests + result.numTodoTests;
  if (undone > 0) console.log(`${undone} tests were skipped or are still to be written`);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + undone;
  const crashed = failed === 0 && (exitCode !== 0 || result.numPassedTests === 0);
  return { passed: result.numPassedTests, failed: crashed ? 1 : failed };
}

rmSync(output, { recursive: true, force: true });
mkdirSync(output);
const exitCode = await runJest();
const { passed, failed } = count(readReport(), exitCode);

const leaks = findIdentityNumbers(output);
for (const leak of leaks) console.log(`.test-output/${leak}`);

console.log(`${passed} passed, ${failed + leaks.length} failed`);
process.exitCode = failed + leaks.length > 0 ? 1 : 0;
