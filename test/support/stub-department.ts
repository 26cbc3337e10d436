import { createServer } from 'node:http';
import { listenOn } from '../../schema/wire/listen-on';
import type { DepartmentRequest } from '../../schema/wire/graphql-exchange';

/** A server in a department’s place that asks for no signature, and says whatever it is given to say. */
export interface StubDepartment {
  readonly url: string;
  /** The text of every answer from now on, with its status. */
  say(text: string, status?: number): void;
  /** What questions it was asked since the last `say`. */
  readonly asked: readonly DepartmentRequest[];
  close(): Promise<void>;
}

export async function openStubDepartment(): Promise<StubDepartment> {
  let answer = { text: '', status: 200 };
  const asked: DepartmentRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      // How its registries stand is asked for without a body.
      if (body !== '') asked.push(JSON.parse(body) as DepartmentRequest);
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.text);
    });
  });
  const origin = await listenOn(server, '127.0.0.1', 0);
  return {
    url: `${origin}/graphql`,
    asked,
    say: (text, status = 200) => {
      answer = { text, status };
      asked.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
