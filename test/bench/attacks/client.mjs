/** Sends attacks from a thread of its own, so that what they cost the sender does not delay the server. */
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { attacks } from './attack-list.mjs';

const { request } = createRequire(import.meta.url)('undici');
const { url, headers, rounds } = workerData;

async function send({ body, headers: own = {} }) {
  const started = performance.now();
  const answer = await request(url, { method: 'POST', headers: { ...headers, ...own }, body });
  const text = await answer.body.text();
  const codes = JSON.parse(text).errors?.map(({ extensions }) => extensions.code) ?? ['answered'];
  const took = performance.now() - started;
  return { took, status: answer.statusCode, codes: [...new Set(codes)].join(' '), errors: codes.length };
}

parentPort.on('message', async (name) => {
  const sent = [];
  for (let round = 0; round < rounds; round += 1) sent.push(await send(attacks[name]));
  parentPort.postMessage(sent);
});
