import { built } from './built.mjs';
import { publishedQuestion } from './question.mjs';

const pass = (_request, _response, next) => next();

/** Who asks where nobody is asked who asks. */
const principal = { subject: 'bench', role: 'assistance', scopes: new Set() };

/** What a request goes through where that is nothing. */
class NoCourse {
  async begin() {}
  ask() {}
  async end() {}
}

/** What takes the place of each part of the gateway that is about access. Fetches still say whom they ask about. */
const without = {
  'gateway/access/authenticate': { authenticator: () => async () => principal },
  'gateway/limits/limits-gate': { limitsGate: () => pass },
  'gateway/documents/documents-gate': { documentsById: () => pass, trustedDocumentsOnly: () => pass },
  'gateway/request/request-plugin': { requestPlugin: () => ({}) },
  'gateway/request/course': { RequestCourse: NoCourse },
  'gateway/departments/asking-whom': { askingWhom: (document) => document },
  'gateway/departments/told-about': { toldAbout: () => () => undefined },
};

const noLedger = {
  isWritable: true,
  write: async () => undefined,
  read: async () => ({ accesses: [], hasNextPage: false }),
  close: async () => undefined,
};

function replaceIn(path, replacements) {
  const module = built(path);
  for (const name of Object.keys(replacements)) {
    if (typeof module[name] !== 'function') throw new Error(`${path} has no ${name} to be replaced`);
  }
  Object.assign(module, replacements);
}

/** The documents of the manifest, and beside them what the bench asks: a published document is what it is about. */
function publishQuestion() {
  const operations = built('schema/operations');
  const { readManifest } = operations;
  operations.readManifest = () => {
    const manifest = readManifest();
    return { ...manifest, operations: [...manifest.operations, publishedQuestion] };
  };
}

/**
 * Opens this gateway as `env` says, and listens on a free port of loopback: `on` is all of it; `off` is without anything
 * that is about access (who asks, how much, by which document, and the ledger). THE place where the bench opens it.
 */
export async function openOurGateway(variant, env) {
  if (variant === 'off') for (const path of Object.keys(without)) replaceIn(path, without[path]);
  publishQuestion();
  const { departments } = built('subgraphs/index');
  const config = built('schema/config/read-config').readConfig(
    env,
    departments.map(({ name }) => name),
  );
  const graph = await built('gateway/main').openGraph({
    config,
    logger: (await import('pino')).pino({ level: 'silent' }),
    ...(variant === 'off' ? { ledger: noLedger } : {}),
  });
  const listening = await built('gateway/http/listen').listen(graph.app, '127.0.0.1', 0);
  return { url: `${listening.url}/graphql`, graph };
}
