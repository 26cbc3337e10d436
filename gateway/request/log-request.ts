import type { ApolloServerPlugin } from '@apollo/server';
import { redactIdNumbers } from '../../schema/values/id-number';
import type { GatewayContext } from '../gateway-context';

/** One line a request: who asked which operation, how long it took, which codes it ended with. */
export const logPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () => {
    const started = performance.now();
    return Promise.resolve({
      willSendResponse: ({ operationName, response, contextValue }) => {
        const { principal, logger } = contextValue;
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        logger.info(
          {
            operation: operationName && redactIdNumbers(operationName).slice(0, 64),
            subject: principal.subject,
            role: principal.role,
            milliseconds: Math.round(performance.now() - started),
            errors: [...new Set(errors.map((error) => error.extensions?.['code']))],
          },
          'request',
        );
        return Promise.resolve();
      },
    });
  },
};
