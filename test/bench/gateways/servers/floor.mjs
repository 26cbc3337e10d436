/**
 * The floor under every gateway: the requests of one profile's plan alone, in the plan's order, signed and sent over the
 * same connections, and nothing done with what comes back. Which requests they are it learns at its start from this
 * gateway, household by household; it answers with what the gateway answered. IDS is a file with the households.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { built } from '../built.mjs';
import { openOurGateway } from '../our-gateway.mjs';
import { bodyFor } from '../question.mjs';
import { callerHeader, callSigner } from '../signed-calls.mjs';
import { urlsOf } from '../supergraph-for.mjs';

const { Pool } = createRequire(import.meta.url)('undici');
const sign = callSigner(process.env);

/** The steps of the plan under way: what is sent together, and what waits for it. */
let steps = [];
let ended = 0;

/** Has each department note what it is asked: a step is what is asked before an answer to it comes. */
function listenToDepartments() {
  const module = built('gateway/departments/http-department');
  const { httpDepartment } = module;
  module.httpDepartment = (options) => {
    const department = httpDepartment(options);
    return {
      ...department,
      execute: async (request, ...rest) => {
        const step = stepAfter(ended);
        step.push({ department: options.name, ...request });
        try {
          return await department.execute(request, ...rest);
        } finally {
          ended = Math.max(ended, steps.indexOf(step) + 1);
        }
      },
    };
  };
}

function stepAfter(count) {
  steps[count] ??= [];
  return steps[count];
}

async function learn(ids) {
  listenToDepartments();
  const { url } = await openOurGateway('off', process.env);
  const known = new Map();
  for (const id of ids) {
    [steps, ended] = [[], 0];
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: bodyFor(id),
    });
    const text = await answer.text();
    known.set(id, {
      text,
      steps: steps.map((step) =>
        step.map(({ department, query, variables }) => ({
          department,
          variables,
          body: JSON.stringify({ query, variables }),
        })),
      ),
    });
  }
  return known;
}

const pools = new Map([...urlsOf(process.env)].map(([name, url]) => [name, poolOf(url)]));

function poolOf(url) {
  const { origin, pathname } = new URL(url);
  return { pool: new Pool(origin, { connections: 64 }), path: pathname };
}

async function send({ department, body, variables }) {
  const { pool, path } = pools.get(department);
  const headers = {
    'content-type': 'application/json',
    [callerHeader]: await sign(department, body, variables),
  };
  await new Promise((resolve, reject) => {
    pool.dispatch(
      { method: 'POST', path, headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart: (controller, status) => {
          if (status !== 200) controller.abort(new Error(`${department} answers with ${status}`));
        },
        onResponseData: () => undefined,
        onResponseEnd: () => resolve(),
        onResponseError: (_, error) => reject(error),
      },
    );
  });
}

const known = await learn(JSON.parse(readFileSync(process.env.IDS, 'utf8')));

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { id } = JSON.parse(Buffer.concat(chunks).toString()).variables;
  const { text, steps: plan } = known.get(id);
  for (const step of plan) await Promise.all(step.map(send));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(text);
});
server.listen(0, '127.0.0.1', () => {
  const [{ steps: plan }] = known.values();
  const where = `http://127.0.0.1:${server.address().port}/graphql`;
  process.stdout.write(
    `floor answers on ${where} by steps of ${plan.map((step) => step.length).join(', ')} requests\n`,
  );
});
