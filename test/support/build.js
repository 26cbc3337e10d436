// Brings dist/ up to date once a run, before any suite starts a process from it. Where the compiler has
// something to say, `npm run typecheck` says it; what it could emit is what the suites then run.
const { spawnSync } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

module.exports = function build() {
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  const { status, error, signal } = spawnSync(process.execPath, [compiler, '-b'], { cwd: root });
  if (status === null) throw new Error(`dist could not be built: ${error?.message ?? signal}`);
};
