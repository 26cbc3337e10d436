import type { RequestHandler } from 'express';
import type { FormattedExecutionResult } from 'graphql';
import { isErrorCode } from '../../schema/wire/error-catalogue';
import { refuse } from '../errors/refuse';

/**
 * Refuses in our way what the server refuses before it has a question: a method, a content type or a form that is none.
 * By itself it knows no correlation id there, and leaves no line in the log. It stands before the server.
 */
export function serverRefusals(): RequestHandler {
  return (_request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => {
      response.send = send;
      if (response.statusCode < 400 || typeof body !== 'string') return send(body);
      const { errors = [] } = JSON.parse(body) as FormattedExecutionResult;
      const bare = errors.find(({ extensions }) => extensions?.['correlationId'] === undefined);
      if (!bare) return send(body);
      const code = bare.extensions?.['code'];
      refuse(response, isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR', {}, response.statusCode);
      return response;
    };
    next();
  };
}

/** The forms in which an answer may be had. */
const forms = ['application/graphql-response+json', 'application/json'];

/** Refuses whoever takes an answer in no form that there is; the server would see that when all was asked. */
export function acceptableOnly(): RequestHandler {
  return (request, response, next) => {
    if (request.accepts(forms) === false) refuse(response, 'BAD_REQUEST', {}, 406);
    else next();
  };
}
