import { type ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GatewayContext } from '../gateway-context';
import { Execution } from './execution';
import { plannedGraph } from './planned-graph';

type GatewayInterface = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

/**
 * Apollo's gateway with our execution in the place of its own: it reads and validates the supergraph and gives the
 * schema. `loaded` is handed the execution as soon as there is one.
 */
export function planningGateway(
  gateway: ApolloGateway,
  loaded: (execution: Execution) => void,
): GatewayInterface {
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    load: async (options) => {
      await gateway.load(options);
      const execution = new Execution(plannedGraph(gateway));
      loaded(execution);
      return {
        executor: async ({ document, operationName, queryHash, request, context }) =>
          execution.execute(execution.prepare(document, operationName ?? undefined, queryHash), {
            variables: request.variables ?? {},
            context: context as GatewayContext,
          }),
      };
    },
    stop: () => gateway.stop(),
  };
}
