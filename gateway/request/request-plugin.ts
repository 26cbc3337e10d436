import type { ApolloServerPlugin } from '@apollo/server';
import { checkAccess } from '../access/check-access';
import { isPersonal } from '../access/field-access';
import { operationFields, type OperationField } from '../access/operation-fields';
import { chargeHouseholds, requireRoom } from '../budgets/charge-households';
import { requestRefusal } from '../errors/request-refusal';
import type { GatewayContext } from '../gateway-context';
import { askedHouseholds } from './asked-households';
import { completeGaps } from './complete-gaps';
import { correlate } from './correlate';
import { keepLegacyStatus } from './legacy-status';
import { logRequest } from './log-request';
import { settle, type SettleOptions } from './settle';

export interface RequestOptions extends SettleOptions {
  /** Whether introspection is open to all who are known. */
  readonly everybodyReadsSchema: boolean;
}

/**
 * What a request goes through, in this order. Before anything is asked: may the caller read these fields, for this
 * purpose; can the access be recorded; is there room for these households. Before the answer leaves: gaps become
 * errors, households that were found are charged, and the access is written down. Where that cannot be done, the
 * answer stays.
 */
export function requestPlugin(options: RequestOptions): ApolloServerPlugin<GatewayContext> {
  const { access, ledger } = options;
  return {
    requestDidStart: () => {
      const started = performance.now();
      /** The operation's fields, where any of them is about people. */
      let personal: readonly OperationField[] | undefined;
      let charged: readonly string[] = [];
      let wasAsked = false;
      return Promise.resolve({
        didResolveOperation: async ({
          document,
          operation,
          operationName,
          schema,
          request,
          contextValue,
        }) => {
          if (!operation) throw requestRefusal('OPERATION_RESOLUTION_FAILURE');
          const fields = operationFields(document, operationName ?? '', schema);
          if (fields.some((field) => isPersonal(field, access))) personal = fields;
          const households = askedHouseholds(operation, document, schema, request.variables);
          for (const id of households.named) contextValue.touched.household(id);
          checkAccess(fields, contextValue, access, options);
          if (!personal) return;
          if (!ledger.isWritable) throw requestRefusal('LEDGER_UNAVAILABLE');
          await chargeHouseholds(options, contextValue.principal, households.named);
          if (households.mayFindOthers) await requireRoom(options, contextValue.principal);
          charged = households.named;
        },
        executionDidStart: () => {
          wasAsked = true;
          return Promise.resolve();
        },
        willSendResponse: async (request) => {
          const { contextValue, operationName, response } = request;
          if (response.body.kind !== 'single') throw new Error('an answer comes whole');
          const { body } = response;
          completeGaps(body.singleResult);
          if (personal) await settle(request, body, { fields: personal, wasAsked, charged }, options);
          keepLegacyStatus(request, body.singleResult);
          correlate(body.singleResult, contextValue.call.correlationId);
          logRequest(contextValue, operationName, body.singleResult, performance.now() - started);
        },
      });
    },
  };
}
