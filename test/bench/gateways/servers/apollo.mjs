/** @apollo/gateway as it comes, behind Apollo Server's own HTTP server; departments need its calls to be signed. */
import { createRequire } from 'node:module';
import { callerHeader, callSigner } from '../signed-calls.mjs';
import { supergraphFor, urlsOf } from '../supergraph-for.mjs';

process.env.APOLLO_TELEMETRY_DISABLED = '1';
const require = createRequire(import.meta.url);
const { ApolloGateway, RemoteGraphQLDataSource } = require('@apollo/gateway');
const { ApolloServer } = require('@apollo/server');
const { startStandaloneServer } = require('@apollo/server/standalone');

const sign = callSigner(process.env);
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** It sends what is left of a request without `http` as JSON; the signature is for just that. */
async function signedRequest(department, request) {
  const { http, query, ...more } = request;
  const body = JSON.stringify({ query, ...more });
  http.headers.set(callerHeader, await sign(department, body, request.variables));
}

const gateway = new ApolloGateway({
  supergraphSdl: supergraphFor(urlsOf(process.env)),
  logger: silent,
  buildService: ({ name, url }) =>
    new RemoteGraphQLDataSource({
      url,
      willSendRequest: ({ request }) => signedRequest(name, request),
    }),
});
const server = new ApolloServer({ gateway, logger: silent });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
process.stdout.write(`apollo answers on ${url}\n`);
