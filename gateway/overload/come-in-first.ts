import type { RequestHandler, Response } from 'express';
import type { Principal } from '../access/principal';
import { refuse } from '../errors/refuse';
import { whenClosed } from '../http/caller-signal';
import type { FrontDesk } from './front-desk';

/**
 * Lets in whoever is known, as long as there is room; who does not come in has sent no body yet. It stands after
 * whoever puts `principal` into `response.locals`.
 */
export function comeInFirst(desk: FrontDesk): RequestHandler {
  return (_request, response, next) => {
    const { role } = response.locals['principal'] as Principal;
    const free = desk.comeIn(role);
    if (!free) {
      refuseOverload(response, desk);
      return;
    }
    whenClosed(response, free);
    next();
  };
}

/** Refuses a request for which there is no room, and says in whole seconds when there may be some. */
export function refuseOverload(response: Response, { patienceMs }: FrontDesk): void {
  response.setHeader('retry-after', Math.ceil(patienceMs / 1000));
  refuse(response, 'OVERLOADED');
}
