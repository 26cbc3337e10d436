import { Pool } from 'undici';
import { callerHeader, signCall, type DepartmentCall, type SigningKey } from '../../schema/wire/caller';
import { readCapped } from '../../schema/wire/read-capped';
import { DepartmentFailure } from './department-failure';

export interface ExchangeOptions {
  /** The department that is asked; a signature holds for it alone. */
  readonly name: string;
  readonly origin: string;
  readonly signer: SigningKey;
  readonly maxResponseBytes: number;
  readonly clock: () => Date;
}

/** Signed requests to one department, on connections that stay open. */
export interface SignedExchange {
  /** The JSON of the answer. Rejects with a DepartmentFailure; an abort of the signal closes the exchange. */
  post(path: string, body: string, call: DepartmentCall, signal?: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

export function signedExchange(options: ExchangeOptions): SignedExchange {
  const { name: department, signer, clock } = options;
  const pool = new Pool(options.origin, { connections: 64, keepAliveTimeout: 30_000 });
  return {
    async post(path, body, call, signal) {
      const caller = await signCall(call, { department, method: 'POST', path, body }, signer, clock());
      const headers = { 'content-type': 'application/json', [callerHeader]: caller };
      try {
        const response = await pool.request({ method: 'POST', path, headers, body, signal: signal ?? null });
        if (response.statusCode !== 200) {
          response.body.destroy();
          throw new DepartmentFailure(`HTTP_${response.statusCode}`);
        }
        return parsedJson(await readCapped(response.body, options.maxResponseBytes));
      } catch (error) {
        throw DepartmentFailure.of(error);
      }
    },
    close: () => pool.destroy(),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DepartmentFailure('NOT_JSON');
  }
}
