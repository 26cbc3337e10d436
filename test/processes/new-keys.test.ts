import { spawnSync } from 'node:child_process';
import { packageRoot } from '../../schema/package-root';

const patienceMs = 60_000;

/** Makes many keys in a process that collects garbage all the time. */
const script = `
  const { newSigningKey, publicSet } = require('./dist/schema/config/keys');
  for (let made = 0; made < 1000; made += 1) publicSet(newSigningKey().key);
`;

it(
  'makes keys without waiting for itself, however often garbage is collected meanwhile',
  () => {
    const { status, stderr } = spawnSync(process.execPath, ['--max-semi-space-size=1', '--eval', script], {
      cwd: packageRoot,
      timeout: patienceMs,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  },
  2 * patienceMs,
);
