import { parseArgs } from 'node:util';
import { ConfigError } from '../../schema/config/config-error';
import { readConfig } from '../../schema/config/read-config';
import { developmentToken } from '../../schema/config/development-token';
import { isRole, roles } from '../access/roles';

const usage = `usage: npm run token -- --role ROLE [--divisions 500112,500113]
  ROLE is one of ${Object.keys(roles).join(', ')}\n`;

/** Prints an access token of the development issuer as its last line. */
async function main(): Promise<number> {
  const options = { role: { type: 'string' }, divisions: { type: 'string' } } as const;
  const { role, divisions } = parseArgs({ options }).values;
  if (!isRole(role)) {
    process.stderr.write(usage);
    return 2;
  }
  const config = readConfig(process.env, []);
  const token = await developmentToken(config, { role, divisions: divisions?.split(','), now: new Date() });
  process.stdout.write(`${token}\n`);
  return 0;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const known = error instanceof ConfigError;
    process.stderr.write(known ? `${error.message}\n` : `${(error as Error).message}\n${usage}`);
    process.exitCode = known ? 1 : 2;
  },
);
