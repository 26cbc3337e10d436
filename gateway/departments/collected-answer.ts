import type { Dispatcher } from 'undici';
import { DepartmentFailure } from './department-failure';

type Controller = Dispatcher.DispatchController;

/** Whoever waits for an answer. */
export interface Waiting {
  answered(text: string): void;
  failed(error: unknown): void;
}

/**
 * Collects the body of one answer as undici reads it, without a stream between. Anything but a 200 and any body of
 * more than `maxBytes` closes the connection, and so does an abort of the signal.
 */
export class CollectedAnswer implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #signal: AbortSignal | undefined;
  readonly #waiting: Waiting;
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #controller: Controller | undefined;

  constructor(maxBytes: number, signal: AbortSignal | undefined, waiting: Waiting) {
    this.#maxBytes = maxBytes;
    this.#signal = signal;
    this.#waiting = waiting;
    signal?.addEventListener('abort', this.#giveUp);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    // It may have waited for a connection longer than anybody waited for it.
    if (this.#signal?.aborted) this.#giveUp();
  }

  onResponseStart(controller: Controller, statusCode: number): void {
    // Whatever is below 200 announces another head.
    if (statusCode >= 200 && statusCode !== 200)
      controller.abort(new DepartmentFailure(`HTTP_${statusCode}`));
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > this.#maxBytes) controller.abort(new DepartmentFailure('TOO_LARGE'));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#stopListening();
    const [first, ...more] = this.#chunks;
    if (!first) this.#waiting.answered('');
    else this.#waiting.answered((more.length === 0 ? first : Buffer.concat(this.#chunks)).toString('utf8'));
  }

  onResponseError(_: Controller, error: Error): void {
    this.#stopListening();
    this.#waiting.failed(error);
  }

  readonly #giveUp = (): void => {
    const reason = this.#signal?.reason as Error;
    this.#controller?.abort(reason);
    this.#waiting.failed(reason);
  };

  #stopListening(): void {
    this.#signal?.removeEventListener('abort', this.#giveUp);
  }
}
