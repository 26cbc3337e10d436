import type { GraphQLRequestContextWillSendResponse } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import type { AccessTable } from '../../schema/access/access-table';
import type { OperationField } from '../access/operation-fields';
import { chargeHouseholds, type ChargeOptions } from '../budgets/charge-households';
import { clientError } from '../errors/client-error';
import { requestRefusal, type ErrorHead } from '../errors/request-refusal';
import type { GatewayContext } from '../gateway-context';
import { accessEntryOf } from './access-entry-of';
import type { Ledger } from '../ledger/ledger';

export interface SettleOptions extends ChargeOptions {
  readonly access: AccessTable;
  readonly ledger: Ledger;
}

type Ending = GraphQLRequestContextWillSendResponse<GatewayContext>;

/** Where Apollo takes the answer from. */
interface Body {
  singleResult: FormattedExecutionResult;
}

/** What was asked of people, and whether it came so far that anybody was asked. */
interface Question {
  readonly fields: readonly OperationField[];
  readonly wasAsked: boolean;
  /** The households that were charged before anybody was asked. */
  readonly charged: readonly string[];
}

/**
 * Charges whatever households an answer shows beside those asked for, and writes the access down. Where one of the
 * two fails, its error takes the answer's place. A refusal goes out even if it cannot be recorded.
 */
export async function settle(
  request: Ending,
  body: Body,
  { fields, wasAsked, charged }: Question,
  options: SettleOptions,
): Promise<void> {
  const { contextValue, operationName, queryHash } = request;
  if (wasAsked) {
    const { principal, touched } = contextValue;
    const found = touched.householdIds.filter((id) => !charged.includes(id));
    await chargeHouseholds(options, principal, found).catch(withholdFor(request, body));
  }
  const { data, errors = [] } = body.singleResult;
  const entry = accessEntryOf(
    {
      operationName,
      documentHash: queryHash,
      fields: fields.map(({ coordinate }) => coordinate),
      wasAsked,
      hasData: data !== null && data !== undefined,
      errors,
      at: options.clock(),
    },
    contextValue,
  );
  await options.ledger.write(entry).catch((error: unknown) => {
    contextValue.logger.error({ reason: (error as Error).name }, 'access not recorded');
    if (wasAsked) withholdFor(request, body)(requestRefusal('LEDGER_UNAVAILABLE'));
  });
}

/** Puts an error in the place of an answer, whatever that holds. */
function withholdFor({ response }: Ending, body: Body): (error: unknown) => void {
  return (error) => {
    const { message, extensions } =
      error instanceof GraphQLError ? error : requestRefusal('INTERNAL_SERVER_ERROR');
    const { status, headers } = extensions['http'] as unknown as ErrorHead;
    response.http.status = status;
    for (const [name, value] of headers) response.http.headers.set(name, value);
    body.singleResult = { errors: [clientError({ message, extensions })] };
  };
}
