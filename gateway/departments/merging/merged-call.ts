import type { DepartmentCall } from '../../../schema/wire/caller';
import type { Department, DepartmentAnswer, DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { DeadlineExceeded } from '../../../schema/wire/within';
import { DepartmentFailure } from '../department-failure';
import { splitAnswer } from './split-answer';
import type { WaitingFetch } from './waiting-fetch';

/**
 * What callers and cases of a merged call may come to, in bytes of JSON. They stand in a header, in base64: many a server
 * takes no more than 16 KiB of headers.
 */
const mostEnvelopeBytes = 8 * 1024;

/** One call for what several fetches name that ask the same about it. */
export class MergedCall {
  readonly #mostEntities: number;
  readonly #fetches = new Set<WaitingFetch>();
  readonly #abort = new AbortController();
  #entities = 0;
  #envelopeBytes = 0;
  /** Why the first left for want of time. */
  #late: DeadlineExceeded | undefined;

  constructor(mostEntities: number) {
    this.#mostEntities = mostEntities;
  }

  /**
   * Takes a fetch along where there is room for it, and says whether there was. The first always has room, and nobody has
   * in a call that was given up.
   */
  take(fetch: WaitingFetch): boolean {
    if (this.#abort.signal.aborted) return false;
    const entities = this.#entities + fetch.items.length;
    const envelopeBytes = this.#envelopeBytes + fetch.envelopeBytes;
    const isTooMuch = entities > this.#mostEntities || envelopeBytes > mostEnvelopeBytes;
    if (isTooMuch && this.#fetches.size > 0) return false;
    this.#entities = entities;
    this.#envelopeBytes = envelopeBytes;
    this.#fetches.add(fetch);
    fetch.onLeave = (reason) => this.#left(fetch, reason);
    return true;
  }

  /**
   * Asks for all that still wait, and gives each its own. Where several could not be answered together, it gives back
   * those that still wait, to be asked one by one; but where the department is not to be asked at all, they have
   * failed. It never rejects.
   */
  async ask(department: Department): Promise<readonly WaitingFetch[]> {
    const fetches = this.#inTime();
    const [first, ...others] = fetches;
    if (!first) return [];
    const request = others.length === 0 ? first.request : mergedRequest(first, fetches);
    try {
      const answer = await department.execute(request, mergedCall(fetches), this.#abort.signal);
      if (answerEach(fetches, answer)) return [];
    } catch (error) {
      const isOpen = error instanceof DepartmentFailure && error.reason === 'CIRCUIT_OPEN';
      if (others.length === 0 || isOpen) {
        for (const fetch of fetches) fetch.failed(error);
      }
    }
    return fetches.filter(({ isOver }) => !isOver);
  }

  /** The fetches that have time left; to others the answer would come too late. */
  #inTime(): readonly WaitingFetch[] {
    const fetches = [...this.#fetches];
    for (const fetch of fetches) {
      if (fetch.budgetMs > 0) continue;
      this.#fetches.delete(fetch);
      fetch.failed(new DeadlineExceeded());
    }
    return fetches.filter(({ isOver }) => !isOver);
  }

  /** When all have left, nobody is asked for them any more; that one left for want of time tells most of why. */
  #left(fetch: WaitingFetch, reason: unknown): void {
    this.#fetches.delete(fetch);
    this.#entities -= fetch.items.length;
    this.#envelopeBytes -= fetch.envelopeBytes;
    if (reason instanceof DeadlineExceeded) this.#late ??= reason;
    if (this.#fetches.size === 0) this.#abort.abort(this.#late ?? reason);
  }
}

function answerEach(fetches: readonly WaitingFetch[], answer: DepartmentAnswer): boolean {
  const [first] = fetches as [WaitingFetch];
  const sizes = fetches.map(({ items }) => items.length);
  const answers = fetches.length === 1 ? [answer] : splitAnswer(answer, sizes, first.form);
  answers?.forEach((own, index) => fetches[index]?.answered(own));
  return answers !== null;
}

function mergedRequest({ request, form }: WaitingFetch, fetches: readonly WaitingFetch[]): DepartmentRequest {
  const items = fetches.flatMap((fetch) => fetch.items);
  return { ...request, query: form.query, variables: { ...request.variables, [form.variable]: items } };
}

/** Everybody who asks, everything that it is about, and as much time as the most patient one has. */
function mergedCall(fetches: readonly WaitingFetch[]): DepartmentCall {
  const calls = fetches.map(({ call }) => call);
  const [first, ...others] = calls as [DepartmentCall, ...DepartmentCall[]];
  const budgetMs = Math.max(1, ...fetches.map((fetch) => fetch.budgetMs));
  if (others.length === 0) return { ...first, budgetMs };
  const callers = new Map(calls.flatMap((call) => call.callers.map((one) => [JSON.stringify(one), one])));
  return {
    callers: [...callers.values()],
    purpose: first.purpose,
    cases: [...new Set(calls.flatMap(({ cases }) => cases))],
    budgetMs,
  };
}
