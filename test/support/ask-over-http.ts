import { request } from 'undici';
import { developmentToken } from '../../schema/config/development-token';
import { purposesOf, type Role } from '../../gateway/access/roles';
import { readConfig, type Config } from '../../schema/config/read-config';

/** An answer of a gateway, as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly HttpError[];
  /** From sending the question to the last byte of the answer. */
  readonly milliseconds: number;
}

export interface HttpError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly correlationId?: string;
}

/** Asks a gateway over HTTP. */
export type Ask = (url: string, question: Question) => Promise<HttpAnswer>;

/** The settings of processes that share a folder: where their keys are, above all. */
export function sharedConfig(dataDir: string): Config {
  return readConfig({ DATA_DIR: dataDir }, []);
}

/** Asks as somebody of the given role, whom the processes of the folder know. */
export async function askAs(role: Role, dataDir: string): Promise<Ask> {
  const token = await developmentToken(sharedConfig(dataDir), { role, now: new Date() });
  return async (url, { correlationId, ...question }) => {
    const started = performance.now();
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-access-purpose': purposesOf[role][0] ?? '',
        'x-access-reason': 'test',
        ...(correlationId ? { 'x-correlation-id': correlationId } : {}),
      },
      body: JSON.stringify(question),
    });
    const text = await body.text();
    const milliseconds = performance.now() - started;
    const { data = null, errors = [] } = JSON.parse(text) as Partial<Pick<HttpAnswer, 'data' | 'errors'>>;
    return { status: statusCode, text, data, errors, milliseconds };
  };
}
