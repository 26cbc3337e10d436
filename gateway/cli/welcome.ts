import { developmentToken } from '../../schema/config/development-token';
import { roles, type Role } from '../access/roles';
import type { Config } from '../../schema/config/read-config';

const query =
  '{ household(id: "YB-2018-0001") { members { declaredName } assets { vehicles { status records { brandModel } } } } }';

/** What a start prints: where the graph is and, on a development machine, how to ask it a first question. */
export async function welcome(config: Config, url: string): Promise<string> {
  const where = `\nhousehold-federation answers on ${url}/graphql\n`;
  if (config.DEPLOYMENT === 'production') return where;
  const now = new Date();
  // The check centre's machine has a token of its own: nobody asks in its name.
  const names = (Object.keys(roles) as Role[]).filter((role) => role !== 'verification');
  const tokens = await Promise.all(names.map((role) => developmentToken(config, { role, now })));
  const lines = names.map((role, index) => `  ${role.padEnd(10)} ${tokens[index]}`);
  return [
    where,
    'Development tokens, good for twelve hours:',
    ...lines,
    '',
    'A first question:',
    `  curl -s ${url}/graphql -H "authorization: Bearer $(npm run -s token -- --role caseworker | tail -n 1)" \\`,
    "    -H 'content-type: application/json' -H 'x-access-purpose: APPLICATION_REVIEW' \\",
    `    -d '${JSON.stringify({ query })}'`,
    '',
    '',
  ].join('\n');
}
