import type { ApolloServer } from '@apollo/server';
import type { Express } from 'express';
import { pino, type Logger } from 'pino';
import { ConfigError } from '../schema/config/config-error';
import { ledgerSigningKey, personKey, signingKey } from '../schema/config/keys';
import { departmentVariable, readConfig, type Config } from '../schema/config/read-config';
import { readTogether } from '../schema/config/read-together';
import { toldAtStart } from '../schema/config/refused-start';
import type { Department } from '../schema/wire/graphql-exchange';
import { departments as allDepartments } from '../subgraphs';
import { keepsRegistries, type Subgraph } from '../subgraphs/runtime/define-subgraph';
import { fillWithSample } from '../subgraphs/fill-with-sample';
import {
  openDepartment,
  type DepartmentOptions,
  type OpenDepartment,
} from '../subgraphs/runtime/serve/open-department';
import { readManifest } from '../schema/operations';
import { authenticator } from './access/authenticate';
import { tokenKeys } from './access/token-keys';
import { householdsPerHour } from './budgets/charge-households';
import { openBudget } from './budgets/open-budget';
import { keepLittleGarbage } from './cli/little-garbage';
import { welcome } from './cli/welcome';
import { inProcessGraph } from './clients/in-process-graph';
import { trustedDocuments } from './documents/trusted-documents';
import { breakerSettings } from './departments/breaker/breaker-settings';
import { breakers } from './departments/breaker/breakers';
import { FailureLog } from './departments/failure-log';
import { mergeAll } from './departments/merging/merging-department';
import { remoteDepartments } from './departments/remote-departments';
import type { GatewayContext } from './gateway-context';
import { gatewayApp } from './http/gateway-app';
import { listen } from './http/listen';
import { stopOnSignal } from './http/stop-on-signal';
import type { Ledger } from './ledger/ledger';
import { ledgerSettings } from './ledger/ledger-database';
import { openLedger } from './ledger/open-ledger';
import { gatewayMetrics } from './metrics/gateway-metrics';
import type { CatalogueEntry } from './oversight/registry-catalogue';
import { frontDesk, type FrontDesk } from './overload/front-desk';
import { waveSettings } from './published/waves';
import type { CurrentSupergraph } from './reload/current-supergraph';
import { firstSupergraph } from './reload/first-supergraph';
import { openSupergraph } from './reload/open-supergraph';

process.env['APOLLO_TELEMETRY_DISABLED'] = '1';

export interface GraphOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock?: () => Date;
  /** Told of every SQL statement of the departments in this process. */
  readonly onStatement?: (sql: string) => void;
  /** Departments that answer otherwise than the configuration says; tests put faults here. */
  readonly instead?: ReadonlyMap<string, Department>;
  /** A ledger in the place of the configured one. */
  readonly ledger?: Ledger;
}

/** The whole graph, ready to be asked in this process or to be listened for. */
export interface Graph {
  /** The server of the supergraph that is served now. */
  readonly server: ApolloServer<GatewayContext>;
  readonly supergraph: CurrentSupergraph;
  readonly desk: FrontDesk;
  readonly app: Express;
  /** The departments that answer in this process. */
  readonly departments: readonly OpenDepartment[];
  /** Reads the configured supergraph anew, and serves it where it can be served. */
  reload(): Promise<void>;
  /** Says by `app`'s readiness, and with every answer, that this is the end; `close` ends everything. */
  drain(): void;
  close(): Promise<void>;
}

/** Opens the graph: departments with a URL are asked over HTTP, all others answer in this process. */
export async function openGraph(options: GraphOptions): Promise<Graph> {
  const { config, logger, clock = () => new Date(), instead } = options;
  const development = config.DEPLOYMENT === 'development';
  // Whatever of the configuration does not hold is told before a database is opened.
  const { keys, first } = settingsOf(options);
  const remote = remoteDepartments(config, clock);
  const documents = readManifest();
  const { REQUEST_DEADLINE_MS: requestDeadlineMs } = config;
  const graph = inProcessGraph({ documents, requestDeadlineMs, logger });
  const local = await openAll(
    allDepartments.filter(({ name }) => !remote.has(name) && !instead?.has(name)),
    { ...options, graph },
  );
  const metrics = gatewayMetrics();
  const circuits = breakers(breakerSettings(config), metrics.departments);
  const ledger = metrics.ledger(options.ledger ?? (await openLedger({ config, logger, clock })));
  const budget = await openBudget(config, logger);
  const serving = {
    documents,
    waves: waveSettings(config),
    departments: mergeAll(
      config,
      circuits.guardAll([
        ...local.map((department) => [department.subgraph.name, department] as const),
        ...remote,
        ...(instead ?? []),
      ]),
    ),
    behindHttp: new Set([...remote.keys()].filter((name) => !instead?.has(name))),
    departmentDeadlineMs: config.DEPARTMENT_DEADLINE_MS,
    failures: new FailureLog(),
    circuitOf: circuits.circuitOf,
    requests: metrics.requests,
    development,
    catalogue: catalogue(),
    clock,
    ledger,
    budget,
    householdsPerHour: householdsPerHour(config),
  };
  const { current: supergraph, ...following } = await openSupergraph({ config, first, logger, serving });
  const desk = frontDesk(config, clock);
  graph.bind({ supergraph, desk });
  // What was left to be done when the last process ended.
  for (const { work } of local) work?.wake();
  const draining = new AbortController();
  const app = gatewayApp({
    supergraph,
    desk,
    authenticate: authenticator({
      keys,
      issuer: config.TOKEN_ISSUER,
      audience: config.TOKEN_AUDIENCE,
      clock,
    }),
    requestDeadlineMs,
    pagesGiveWay: remote.size > 0,
    documents: trustedDocuments(documents),
    mayAskFreely: (role) => development || role === 'auditor',
    isReady: () => ledger.isWritable && budget.isAvailable,
    draining: draining.signal,
    metrics,
    logger,
  });
  return {
    get server() {
      return supergraph.now.server;
    },
    supergraph,
    desk,
    app,
    departments: local,
    reload: following.reload,
    drain: () => draining.abort(),
    close: async () => {
      // Whoever asks the graph by itself ends before the graph does.
      const working = local.filter(({ work }) => work !== undefined);
      await closeAll(working);
      await following.close();
      const answering = local.filter((department) => !working.includes(department));
      await closeAll([...answering, ...remote.values(), ledger, budget]);
    },
  };
}

/** What has to be configured beside the variables' forms: where it is not, all of it is told at once. */
function settingsOf({ config, logger, instead, ledger }: GraphOptions) {
  const { departmentUrls } = config;
  const here = allDepartments.filter(({ name }) => !departmentUrls.has(name) && !instead?.has(name));
  return readTogether({
    keys: () =>
      tokenKeys(config, (reason) => logger.warn({ variable: 'TOKEN_KEYS', reason }, 'keys not read')),
    personKey: () => here.some(keepsRegistries) && personKey(config),
    ...Object.fromEntries(here.map(({ name, settings }) => [name, () => settings?.(config)])),
    first: () => firstSupergraph(config),
    signer: () => departmentUrls.size > 0 && signingKey(config),
    ledger: () => ledger ?? ledgerSettings(config),
    ledgerKey: () => ledger ?? ledgerSigningKey(config),
  });
}

/** Opens departments in this process; where one cannot be opened, the others are closed again. */
async function openAll(
  subgraphs: readonly Subgraph[],
  options: DepartmentOptions,
): Promise<readonly OpenDepartment[]> {
  const opened = await Promise.allSettled(subgraphs.map((subgraph) => openDepartment(subgraph, options)));
  const departments = opened.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = opened.find((result) => result.status === 'rejected');
  if (!failed) return departments;
  await closeAll(departments);
  throw failed.reason;
}

async function closeAll(parts: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(parts.map((part) => part.close()));
}

/** What is agreed of every registry, from the departments' manifests. */
function catalogue(): readonly CatalogueEntry[] {
  return allDepartments.flatMap(({ name: department, chinese: departmentChineseName, registries }) =>
    registries.map(({ name, chinese: chineseName, tier, reach, refreshHours }) => ({
      name,
      chineseName,
      department,
      departmentChineseName,
      tier: tier === 'municipal' ? 'MUNICIPAL' : 'DISTRICT',
      reach: reach === 'nation' ? 'NATION' : 'CITY',
      refreshHours,
    })),
  );
}

/** A gateway alone needs to be told where each department is. */
function requireAllUrls({ departmentUrls }: Config): void {
  const missing = allDepartments.filter(({ name }) => !departmentUrls.has(name));
  if (missing.length === 0) return;
  throw new ConfigError(
    missing.map(({ name }) => ({
      variable: departmentVariable(name, 'URL'),
      expected: 'the http(s) URL of the department’s GraphQL endpoint',
    })),
  );
}

async function main(): Promise<void> {
  const config = readConfig(
    process.env,
    allDepartments.map(({ name }) => name),
  );
  if (process.argv.includes('--remote')) requireAllUrls(config);
  // Where departments answer in this process too, most of the heap is theirs, and to clear it often takes longer.
  if (config.departmentUrls.size > 0) keepLittleGarbage();
  const logger = pino({ level: config.LOG_LEVEL });
  const graph = await openGraph({ config, logger });
  if (config.DEPLOYMENT === 'development') await fillWithSample(graph.departments, config);
  const listening = await listen(graph.app, config.HOST, config.PORT);

  stopOnSignal(config.DRAIN_DELAY_MS, { graph, listening });
  // Whoever closes a terminal ends what runs in it, where nobody follows a file.
  if (config.SUPERGRAPH !== undefined) process.on('SIGHUP', () => void graph.reload());
  process.stdout.write(await welcome(config, listening.url));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${toldAtStart(error)}\n`);
    process.exit(1);
  });
}
