import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { listenOn } from '../../schema/wire/listen-on';

/** A server in a department's place that leaves its questions unanswered until it is told to answer them. */
export interface HeldDepartment {
  readonly url: string;
  /** How many questions it has been asked. */
  readonly asked: () => number;
  /** Resolves when the connection of its newest question is closed without an answer. */
  abandoned(): Promise<void>;
  /** Answers all that it has been asked, with this text. */
  answer(text: string): void;
  close(): Promise<void>;
}

export async function openHeldDepartment(): Promise<HeldDepartment> {
  const asked: { readonly response: ServerResponse; readonly closed: Promise<unknown> }[] = [];
  const server = createServer((request, response) => {
    request.resume();
    // Of its registries it says nothing, and at once.
    if (request.url === '/status') response.setHeader('content-type', 'application/json').end('[]');
    else asked.push({ response, closed: once(response, 'close') });
  });
  const origin = await listenOn(server, '127.0.0.1', 0);
  return {
    url: `${origin}/graphql`,
    asked: () => asked.length,
    abandoned: async () => {
      const newest = asked.at(-1);
      await newest?.closed;
      if (newest?.response.writableFinished) throw new Error('it was answered');
    },
    answer: (text) => {
      for (const { response } of asked) response.setHeader('content-type', 'application/json').end(text);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
