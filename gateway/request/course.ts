import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import type { AccessTable } from '../../schema/access/access-table';
import { checkAccess } from '../access/check-access';
import { chargeHouseholds, requireRoom, type ChargeOptions } from '../budgets/charge-households';
import { clientError } from '../errors/client-error';
import { requestRefusal, type ErrorHead } from '../errors/request-refusal';
import type { GatewayContext } from '../gateway-context';
import type { Ledger } from '../ledger/ledger';
import type { RequestWatch } from '../metrics/request-watch';
import { accessEntryOf, outcomeOf } from './access-entry-of';
import { completeGaps } from './complete-gaps';
import { correlate } from './correlate';
import { logRequest } from './log-request';
import type { ReadOperation } from './read-operation';

export interface CourseOptions extends ChargeOptions {
  readonly access: AccessTable;
  readonly ledger: Ledger;
  /** Whether introspection is open to all who are known. */
  readonly everybodyReadsSchema: boolean;
  readonly requests: RequestWatch;
}

/** What a request is called at its end. */
export interface Asked {
  /** The operation's name as the client gave it. */
  readonly operationName: string | null | undefined;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly documentHash: string;
}

/** An answer on its way out; whoever withholds it puts an error in its place. */
export interface Answer {
  result: FormattedExecutionResult;
  readonly http: { status?: number | undefined; readonly headers: Map<string, string> };
}

/**
 * What a request goes through, in this order, whoever executes it. Before anything is asked: may the caller read these
 * fields, for this purpose; can the access be recorded; is there room for these households. Before the answer leaves:
 * gaps become errors, households that were found are charged, and the access is written down. Where that cannot be done,
 * the answer stays.
 */
export class RequestCourse {
  readonly #options: CourseOptions;
  readonly #context: GatewayContext;
  readonly #started = performance.now();
  /** The operation, where it is about people. */
  #personal: ReadOperation | undefined;
  #charged: readonly string[] = [];
  #wasAsked = false;

  constructor(options: CourseOptions, context: GatewayContext) {
    this.#options = options;
    this.#context = context;
  }

  /** Throws the error by which the request is refused. */
  async begin(
    operation: ReadOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
  ): Promise<void> {
    const { access, ledger } = this.#options;
    const { principal, touched } = this.#context;
    if (operation.isPersonal) this.#personal = operation;
    const { named, mayFindOthers } = operation.households(variables);
    for (const id of named) touched.household(id);
    checkAccess(operation.fields, this.#context, access, this.#options);
    if (!operation.isPersonal) return;
    if (!ledger.isWritable) throw requestRefusal('LEDGER_UNAVAILABLE');
    await chargeHouseholds(this.#options, principal, named);
    if (mayFindOthers) await requireRoom(this.#options, principal);
    this.#charged = named;
  }

  /** From here on, departments are asked. */
  ask(): void {
    this.#wasAsked = true;
  }

  /** Readies an answer to be sent, or puts the error in its place that keeps it back. It does not throw. */
  async end(asked: Asked, answer: Answer): Promise<void> {
    completeGaps(answer.result);
    if (this.#personal) {
      await this.#chargeFound(answer);
      await this.#record(this.#personal, asked, answer);
    }
    correlate(answer.result, this.#context.correlationId);
    const { data, errors = [] } = answer.result;
    const milliseconds = performance.now() - this.#started;
    const outcome = outcomeOf({ wasAsked: this.#wasAsked, hasData: Boolean(data), errors });
    this.#options.requests.ended(outcome, milliseconds);
    logRequest(this.#context, asked.operationName, answer.result, milliseconds);
  }

  async #chargeFound(answer: Answer): Promise<void> {
    if (!this.#wasAsked) return;
    const { principal, touched } = this.#context;
    const found = touched.householdIds.filter((id) => !this.#charged.includes(id));
    await chargeHouseholds(this.#options, principal, found).catch(withhold(answer));
  }

  /** A refusal goes out even if it cannot be recorded. */
  async #record({ coordinates }: ReadOperation, asked: Asked, answer: Answer): Promise<void> {
    const { data, errors = [] } = answer.result;
    const entry = accessEntryOf(
      {
        ...asked,
        fields: coordinates,
        wasAsked: this.#wasAsked,
        hasData: data !== null && data !== undefined,
        errors,
        at: this.#options.clock(),
      },
      this.#context,
    );
    await this.#options.ledger.write(entry).catch((error: unknown) => {
      this.#context.logger.error({ reason: (error as Error).name }, 'access not recorded');
      if (this.#wasAsked) withhold(answer)(requestRefusal('LEDGER_UNAVAILABLE'));
    });
  }
}

/** Puts an error in the place of an answer, whatever that holds. */
function withhold(answer: Answer): (error: unknown) => void {
  return (error) => {
    const { message, extensions } =
      error instanceof GraphQLError ? error : requestRefusal('INTERNAL_SERVER_ERROR');
    const { status, headers } = extensions['http'] as unknown as ErrorHead;
    answer.http.status = status;
    for (const [name, value] of headers) answer.http.headers.set(name, value);
    answer.result = { errors: [clientError({ message, extensions })] };
  };
}
