import { setMaxListeners } from 'node:events';
import type { Response } from 'express';
import { CallerGone } from '../../schema/wire/caller-gone';

/** Does something when a response has been sent or its connection is closed; at once where it is already. */
export function whenClosed(response: Response, action: () => void): void {
  if (response.closed) action();
  else response.once('close', action);
}

/** A signal that is aborted, with a CallerGone, when the client closes its connection before it has its answer. */
export function callerSignal(response: Response): AbortSignal {
  const abort = new AbortController();
  whenClosed(response, () => {
    if (!response.writableFinished) abort.abort(new CallerGone());
  });
  // Every call of every stage listens to it.
  setMaxListeners(0, abort.signal);
  return abort.signal;
}
