import { readFileSync } from 'node:fs';
import { built } from './built.mjs';

/** Where departments answer, from the variables that tell a gateway. */
export function urlsOf(env) {
  const { departments } = built('subgraphs/index');
  const { departmentVariable } = built('schema/config/read-config');
  return new Map(departments.map(({ name }) => [name, env[departmentVariable(name, 'URL')]]));
}

/**
 * The supergraph for another gateway: without its access directives, as our own planner has it, for it is measured what
 * fetching and joining costs; and with the places where departments answer.
 */
export function supergraphFor(urls) {
  const sdl = readFileSync(new URL('../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const { plannerSdl } = built('gateway/supergraph').readSupergraph(sdl);
  return plannerSdl.replace(
    /@join__graph\(name: "([^"]+)", url: "[^"]*"\)/g,
    (whole, name) => `@join__graph(name: "${name}", url: "${urls.get(name) ?? ''}")`,
  );
}
