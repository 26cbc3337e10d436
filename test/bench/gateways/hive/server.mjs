/**
 * Hive Gateway's runtime with its Rust planner, behind node:http as its command has it; departments need its calls to be
 * signed, which its hook for fetches does.
 */
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { callerHeader, callSigner } from '../signed-calls.mjs';
import { supergraphFor, urlsOf } from '../supergraph-for.mjs';

// It knows other levels than ours.
delete process.env.LOG_LEVEL;

const urls = urlsOf(process.env);
const names = new Map([...urls].map(([name, url]) => [url, name]));
const sign = callSigner(process.env);

const signing = {
  async onFetch({ url, options, setOptions }) {
    const department = names.get(url);
    if (!department) return;
    const caller = await sign(department, options.body, JSON.parse(options.body).variables);
    setOptions({ ...options, headers: { ...options.headers, [callerHeader]: caller } });
  },
};

const runtime = createGatewayRuntime({
  supergraph: supergraphFor(urls),
  unifiedGraphHandler,
  plugins: () => [signing],
  logging: false,
  landingPage: false,
  graphiql: false,
  maskedErrors: false,
});
const server = createServer(runtime);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`hive answers on http://127.0.0.1:${server.address().port}/graphql\n`);
});
