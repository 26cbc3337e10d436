import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const dist = require.resolve('../../../dist/gateway/main.js').replace(/gateway\/main\.js$/, '');
const load = (path) => require(`${dist}${path}.js`);

const pass = (_request, _response, next) => next();

/** What takes the place of each part of the gateway that is about access. Fetches still say whom they ask about. */
const without = {
  'gateway/access/authenticate': ({ principal }) => ({ authenticator: () => async () => principal }),
  'gateway/limits/limits-gate': () => ({ limitsGate: () => pass }),
  'gateway/documents/documents-gate': () => ({ documentsById: () => pass, trustedDocumentsOnly: () => pass }),
  'gateway/request/request-plugin': () => ({ requestPlugin: () => ({}) }),
  'gateway/departments/asking-whom': () => ({ askingWhom: (document) => document }),
  'gateway/departments/told-about': () => ({ toldAbout: () => () => undefined }),
};

const noLedger = {
  isWritable: true,
  write: async () => undefined,
  read: async () => ({ accesses: [], hasNextPage: false }),
  close: async () => undefined,
};

/**
 * A gateway that listens on loopback, with modules of its own: all of it, without its ledger, or without anything that
 * is about access.
 */
export async function openGateway(variant, env, principal) {
  for (const path of Object.keys(require.cache)) if (path.startsWith(dist)) delete require.cache[path];
  if (variant === 'without access') {
    for (const [path, replace] of Object.entries(without)) {
      Object.assign(load(path), replace({ principal }));
    }
  }
  const { pino } = require('pino');
  const { departments } = load('subgraphs/index');
  const config = load('schema/config/read-config').readConfig(
    env,
    departments.map(({ name }) => name),
  );
  const graph = await load('gateway/main').openGraph({
    config,
    logger: pino({ level: 'silent' }),
    ...(variant === 'whole' ? {} : { ledger: noLedger }),
  });
  await load('subgraphs/fill-with-sample').fillWithSample(graph.departments, config);
  const listening = await load('gateway/http/listen').listen(graph.app, '127.0.0.1', 0);
  return {
    url: `${listening.url}/graphql`,
    token: await load('schema/config/development-token').developmentToken(config, {
      role: principal.role,
      now: new Date(),
    }),
    scopes: load('gateway/access/roles').roles[principal.role],
    close: async () => {
      await listening.close();
      await graph.close();
    },
  };
}
