import { pino } from 'pino';
import { gatewayPublicKeys, personKey } from '../../../schema/config/keys';
import { readConfig } from '../../../schema/config/read-config';
import { readTogether } from '../../../schema/config/read-together';
import { toldAtStart } from '../../../schema/config/refused-start';
import { departments } from '../..';
import { fillWithSample } from '../../fill-with-sample';
import { keepsRegistries } from '../define-subgraph';
import { openDepartment } from '../serve/open-department';
import { openHttpGraph } from '../serve/open-http-graph';
import { openNonces } from '../serve/open-nonces';
import { serveDepartment } from '../serve/serve-department';

/** `npm run subgraph -- NAME`: one department as a server of its own. */
async function main(name: string | undefined): Promise<void> {
  const names = departments.map((department) => department.name);
  const subgraph = departments.find((department) => department.name === name);
  if (!subgraph) {
    process.stderr.write(`usage: npm run subgraph -- NAME\n  NAME is one of ${names.join(', ')}\n`);
    process.exit(2);
  }
  const config = readConfig(process.env, names);
  const logger = pino({ level: config.LOG_LEVEL });
  const onTrouble = (reason: string) =>
    logger.warn({ department: subgraph.name, variable: 'GATEWAY_PUBLIC_KEYS', reason }, 'keys not read');
  // A gateway hands on what departments answered it, at most; nobody is handed more than all of that.
  const maxBytes = names.length * config.MAX_RESPONSE_BYTES;
  const { gatewayKeys, graph } = readTogether({
    gatewayKeys: () => gatewayPublicKeys(config, onTrouble),
    personKey: () => keepsRegistries(subgraph) && personKey(config),
    own: () => subgraph.settings?.(config),
    graph: () => (subgraph.begin ? openHttpGraph(config, maxBytes, logger) : undefined),
  });
  const department = await openDepartment(subgraph, { config, logger, graph });
  if (config.DEPLOYMENT === 'development') await fillWithSample([department], config);
  const nonces = await openNonces(config, subgraph.name, logger);
  const served = await serveDepartment(department, {
    host: config.HOST,
    port: config.PORT,
    gatewayKeys,
    nonces,
    maxBodyBytes: maxBytes,
    logger,
  });

  department.work?.wake();

  const stop = async (): Promise<void> => {
    await served.close();
    await nonces.close();
    await department.close();
    await graph?.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
  process.stdout.write(`${subgraph.name} (${subgraph.chinese}) answers gateways on ${served.url}\n`);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${toldAtStart(error)}\n`);
  process.exit(1);
});
