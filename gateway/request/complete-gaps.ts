import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../gateway-context';
import { clientError } from './client-error';

/**
 * Makes an error of every gap that the executor finds only when it puts an answer together. By itself it
 * notes them in `extensions`, in words about types, and the data is null with no error at all.
 */
export const completionPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind !== 'single' || !body.singleResult.extensions) return Promise.resolve();
        const { valueCompletion, ...extensions } = body.singleResult.extensions;
        if (Array.isArray(valueCompletion)) {
          const gaps = valueCompletion as readonly GraphQLFormattedError[];
          body.singleResult.errors = [...(body.singleResult.errors ?? []), ...gaps.map(gapError)];
          if (Object.keys(extensions).length > 0) body.singleResult.extensions = extensions;
          else delete body.singleResult.extensions;
        }
        return Promise.resolve();
      },
    }),
};

function gapError({ path }: GraphQLFormattedError): GraphQLFormattedError {
  return clientError({
    message: '',
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}
