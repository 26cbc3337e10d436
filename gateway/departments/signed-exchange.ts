import { Pool } from 'undici';
import { callerHeader, signCall, type DepartmentCall, type SigningKey } from '../../schema/wire/caller';
import { CollectedAnswer } from './collected-answer';
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

/** How many connections stay open to one department at most. */
const connections = 64;

const keepAliveTimeout = 30_000;

export function signedExchange(options: ExchangeOptions): SignedExchange {
  const { name: department, signer, maxResponseBytes, clock } = options;
  const pool = new Pool(options.origin, { connections, keepAliveTimeout });
  return {
    async post(path, text, call, signal) {
      const body = Buffer.from(text);
      const caller = signCall(call, { department, method: 'POST', path, body }, signer, clock());
      const headers = ['content-type', 'application/json', callerHeader, caller];
      const answer = new Promise<string>((answered, failed) => {
        if (signal?.aborted) return failed(signal.reason as Error);
        const collected = new CollectedAnswer(maxResponseBytes, signal, { answered, failed });
        pool.dispatch({ method: 'POST', path, headers, body }, collected);
      });
      return parsedJson(await answer.catch(rethrow));
    },
    close: () => pool.destroy(),
  };
}

function rethrow(error: unknown): never {
  throw DepartmentFailure.of(error);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DepartmentFailure('NOT_JSON');
  }
}
