import express, { type RequestHandler } from 'express';
import { listen } from '../../gateway/http/listen';
import type { Role } from '../../gateway/access/roles';

type Fields = Readonly<Record<string, unknown>>;

/** Middlewares of the gateway before a server that tells what reached it. */
export interface GatedApp {
  /** What of a question got through, or `STATUS CODE` of its refusal. */
  post(body: Fields, role: Role): Promise<unknown>;
  get(parameters: Readonly<Record<string, string>>, role: Role): Promise<unknown>;
  close(): Promise<void>;
}

/** Puts gates in their order behind one that lets everybody in as the role that the request names. */
export async function openGatedApp(gates: readonly RequestHandler[]): Promise<GatedApp> {
  const app = express();
  app.use(express.json());
  app.use((request, response, next) => {
    response.locals['principal'] = { role: request.get('x-test-role') };
    next();
  });
  for (const gate of gates) app.use(gate);
  app.use((request, response) => {
    const { searchParams } = new URL(request.url, 'http://gateway');
    response.json(request.method === 'GET' ? Object.fromEntries(searchParams) : request.body);
  });
  const listening = await listen(app, '127.0.0.1', 0);
  const ask = async (path: string, role: Role, init: RequestInit = {}) => {
    const response = await fetch(`${listening.url}/${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', 'x-test-role': role },
    });
    const answer = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    return answer.errors ? `${response.status} ${answer.errors[0]?.extensions.code}` : answer;
  };
  return {
    post: (body, role) => ask('', role, { method: 'POST', body: JSON.stringify(body) }),
    get: (parameters, role) => ask(`?${new URLSearchParams(parameters).toString()}`, role),
    close: () => listening.close(),
  };
}
