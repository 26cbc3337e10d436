import { performance } from 'node:perf_hooks';
import { createRequire } from 'node:module';

const { Pool } = createRequire(import.meta.url)('undici');

/** Every so many answers one is read; of the others only the status and the length are looked at. */
const readEvery = 25;

/**
 * Asks one server in a closed loop: each of the connections sends its next question when the last is answered. It uses
 * undici's `dispatch`, which the project has anyway and which costs the machine least of the clients that keep
 * connections open: what the load takes, the servers lack.
 */
export class Load {
  #pool;
  #headers;
  #path;

  constructor(url, { connections, headers = {} }) {
    const { origin, pathname } = new URL(url);
    this.#path = pathname;
    this.#headers = { 'content-type': 'application/json', ...headers };
    this.#pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 });
  }

  /** Sends one body; resolves with the status and the text. */
  ask(body) {
    return new Promise((resolve, reject) => {
      const chunks = [];
      let status = 0;
      this.#pool.dispatch(
        { method: 'POST', path: this.#path, headers: this.#headers, body },
        {
          onRequestStart: () => undefined,
          onResponseStart: (_, code) => void (status = code),
          onResponseData: (_, chunk) => void chunks.push(chunk),
          onResponseEnd: () => resolve({ status, chunks }),
          onResponseError: (_, error) => reject(error),
        },
      );
    });
  }

  /** The answer to a body as JSON. Rejects where the status is not 200. */
  async answer(body) {
    const { status, chunks } = await this.ask(body);
    const text = Buffer.concat(chunks).toString();
    if (status !== 200) throw new Error(`the answer has status ${status}: ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  /**
   * Asks from so many connections at once for so many seconds. Resolves with how long each answer took, in ms, in order of
   * size, and the seconds that passed. Rejects where an answer is not one.
   */
  async run({ connections, seconds, nextBody }) {
    const times = [];
    let asked = 0;
    const began = performance.now();
    const until = began + seconds * 1000;
    const client = async () => {
      while (performance.now() < until) {
        const sent = performance.now();
        const { status, chunks } = await this.ask(nextBody());
        times.push(performance.now() - sent);
        asked += 1;
        if (status !== 200 || chunks.length === 0) {
          throw new Error(
            `an answer has status ${status}: ${Buffer.concat(chunks).toString().slice(0, 300)}`,
          );
        }
        if (asked % readEvery === 0) mustBeWhole(chunks);
      }
    };
    await Promise.all(Array.from({ length: connections }, client));
    const passed = (performance.now() - began) / 1000;
    return { times: times.sort((a, b) => a - b), passed };
  }

  close() {
    return this.#pool.close();
  }
}

function mustBeWhole(chunks) {
  const { data, errors } = JSON.parse(Buffer.concat(chunks).toString());
  if (errors || !data) throw new Error(`an answer has errors: ${JSON.stringify(errors)?.slice(0, 300)}`);
}
