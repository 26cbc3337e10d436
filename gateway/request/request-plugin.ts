import type { ApolloServerPlugin } from '@apollo/server';
import { requestRefusal } from '../errors/request-refusal';
import type { GatewayContext } from '../gateway-context';
import { RequestCourse, type CourseOptions } from './course';
import { keepLegacyStatus } from './legacy-status';
import { readOperation } from './read-operation';

/** Has every request that Apollo Server answers go through its course. */
export function requestPlugin(options: CourseOptions): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: ({ contextValue }) => {
      const course = new RequestCourse(options, contextValue);
      return Promise.resolve({
        didResolveOperation: async ({ document, operation, schema, request }) => {
          if (!operation) throw requestRefusal('OPERATION_RESOLUTION_FAILURE');
          await course.begin(readOperation(operation, document, schema, options.access), request.variables);
        },
        executionDidStart: () => {
          course.ask();
          return Promise.resolve();
        },
        willSendResponse: async (request) => {
          const { operationName, queryHash, response } = request;
          if (response.body.kind !== 'single') throw new Error('an answer comes whole');
          const answer = { result: response.body.singleResult, http: response.http };
          await course.end({ operationName, documentHash: queryHash }, answer);
          response.body.singleResult = answer.result;
          keepLegacyStatus(request, answer.result);
        },
      });
    },
  };
}
