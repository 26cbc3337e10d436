import type { RequestHandler } from 'express';
import type { Principal } from '../access/principal';
import { refuse } from '../errors/refuse';
import { graphqlRequest } from './graphql-request';
import type { ProblemOf } from './problem-of';

/**
 * Refuses a question that is larger than its asker's role may ask, before anything else is made of it. It stands after
 * whoever puts `principal` into `response.locals`, and after `readBody`.
 */
export function limitsGate(problemOf: ProblemOf): RequestHandler {
  return (request, response, next) => {
    const asked = graphqlRequest(request);
    const { role } = response.locals['principal'] as Principal;
    const problem = asked && problemOf(asked, role);
    if (problem) refuse(response, problem.code, problem.details);
    else next();
  };
}
