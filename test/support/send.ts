import { request, type Dispatcher } from 'undici';

/** A request as anybody may send it. */
export interface Sent {
  readonly method?: Dispatcher.HttpMethod;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly text: string;
}

export const json = { 'content-type': 'application/json' };

/** Sends a request, POST where not said otherwise, and reads the answer whole. */
export async function send(url: string, sent: Sent): Promise<Received> {
  const { status, text } = await sendForHeaders(url, sent);
  return { status, text };
}

/** The same, with the headers of the answer. */
export async function sendForHeaders(url: string, { method = 'POST', headers = {}, body }: Sent) {
  const response = await request(url, { method, headers: { ...headers }, body: body ?? null });
  return { status: response.statusCode, headers: response.headers, text: await response.body.text() };
}
