import type { DepartmentCall } from '../../../schema/wire/caller';
import type { DepartmentAnswer, DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import type { ListForm } from './list-form';

export interface FetchOptions {
  readonly request: DepartmentRequest;
  readonly form: ListForm;
  /** What of the list is its own. */
  readonly items: readonly unknown[];
  readonly call: DepartmentCall;
  readonly signal: AbortSignal | undefined;
}

/** What one request asks of a department, until it is answered, has failed, or nobody waits for it any more. */
export class WaitingFetch {
  readonly request: DepartmentRequest;
  readonly form: ListForm;
  readonly items: readonly unknown[];
  readonly call: DepartmentCall;
  /** Settles once. */
  readonly answer: Promise<DepartmentAnswer>;
  /** How many bytes it adds to what is signed of a call. */
  readonly envelopeBytes: number;
  /** Told when nobody waits for it any more, and why. */
  onLeave: ((reason: unknown) => void) | undefined;
  readonly #until: number;
  readonly #signal: AbortSignal | undefined;
  readonly #settle: { answered(answer: DepartmentAnswer): void; failed(error: unknown): void };
  #isOver = false;

  constructor({ request, form, items, call, signal }: FetchOptions) {
    this.request = request;
    this.form = form;
    this.items = items;
    this.call = call;
    this.envelopeBytes = bytesOf(call);
    this.#until = performance.now() + call.budgetMs;
    this.#signal = signal;
    const { promise, resolve: answered, reject: failed } = withResolvers<DepartmentAnswer>();
    this.answer = promise;
    // Whoever asked may have gone before it fails: then that is nobody's error.
    promise.catch(() => undefined);
    this.#settle = { answered, failed };
    if (signal?.aborted) this.#leave();
    else signal?.addEventListener('abort', this.#leave);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** How many milliseconds are left of its time, whole ones; 0 where it is over. */
  get budgetMs(): number {
    return Math.max(0, Math.round(this.#until - performance.now()));
  }

  answered(answer: DepartmentAnswer): void {
    this.#end();
    this.#settle.answered(answer);
  }

  failed(error: unknown): void {
    this.#end();
    this.#settle.failed(error);
  }

  readonly #leave = (): void => {
    const reason: unknown = this.#signal?.reason;
    this.failed(reason);
    this.onLeave?.(reason);
  };

  #end(): void {
    this.#isOver = true;
    this.#signal?.removeEventListener('abort', this.#leave);
  }
}

/** A request has one list of callers for all its fetches. */
const bytesOfCallers = new WeakMap<DepartmentCall['callers'], number>();

function bytesOf({ callers, cases }: DepartmentCall): number {
  const known = bytesOfCallers.get(callers) ?? Buffer.byteLength(JSON.stringify(callers));
  bytesOfCallers.set(callers, known);
  return cases.reduce((bytes, number) => bytes + Buffer.byteLength(JSON.stringify(number)) + 1, known);
}

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
