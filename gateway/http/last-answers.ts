import type { RequestHandler, Response } from 'express';
import { whenClosed } from './caller-signal';

/**
 * Tells clients with their last answer that the connection closes, once a process drains: with those that are being
 * made then, and with all that come after. A client that keeps its connection would else send the next request into a
 * closing one.
 */
export function lastAnswers(draining: AbortSignal): RequestHandler {
  const open = new Set<Response>();
  const beLast = (response: Response): void => {
    response.shouldKeepAlive = false;
  };
  draining.addEventListener('abort', () => open.forEach(beLast), { once: true });
  return (_request, response, next) => {
    if (draining.aborted) beLast(response);
    open.add(response);
    whenClosed(response, () => void open.delete(response));
    next();
  };
}
