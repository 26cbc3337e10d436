import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import { refuse } from '../errors/refuse';
import { plainPath } from './graphql-request';
import { deepestBody, longestBody } from './limits';
import { isDeeperThan } from './nesting';

/**
 * Reads a JSON body of bounded length and depth, in UTF-8 and not compressed, into `request.body`. Everything else
 * that says it were JSON is refused before it is parsed. A body of another type is left unread, and `request.body`
 * undefined: the server refuses that by itself. `request.url` keeps its parameters, written plainly.
 */
export function readBody(): RequestHandler {
  // Inflating could make a gigabyte of a kilobyte.
  const readBytes = express.raw({ type: 'application/json', limit: longestBody, inflate: false });
  return (request, response, next) => {
    request.url = plainPath(request.url);
    if (request.is('application/json') && !isUtf8(request.get('content-type') ?? '')) {
      refuse(response, 'UNSUPPORTED_CHARSET');
      return;
    }
    // Whoever says so before is told at once; Node lets the rest of the body run out unread.
    if (Number(request.get('content-length')) > longestBody) {
      refuseLength(response);
      return;
    }
    readBytes(request, response, (error?: unknown) => {
      if (error === undefined) takeJson(request, response, next);
      else if (isTooLong(error)) refuseLength(response);
      else refuse(response, 'BAD_REQUEST');
    });
  };
}

/** A content type may say its charset more than once: every one of them has to be UTF-8. */
function isUtf8(contentType: string): boolean {
  const charsets = [...contentType.matchAll(/charset\s*=\s*([^;]*)/gi)].map(([, name = '']) => name.trim());
  return charsets.every((name) => /^("utf-?8"|utf-?8)$/i.test(name));
}

function refuseLength(response: Response): void {
  refuse(response, 'BODY_TOO_LARGE', { limit: String(longestBody) });
}

function isTooLong(error: unknown): boolean {
  return (error as { readonly type?: unknown }).type === 'entity.too.large';
}

function takeJson(request: Request, response: Response, next: NextFunction): void {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes)) {
    request.body = undefined;
    next();
    return;
  }
  const { problem, value } = parsed(bytes);
  request.body = value;
  if (problem) refuse(response, problem, problem === 'BODY_TOO_DEEP' ? { limit: String(deepestBody) } : {});
  else next();
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Buffer): { readonly problem?: ErrorCode; readonly value?: unknown } {
  if (isDeeperThan(deepestBody, bytes)) return { problem: 'BODY_TOO_DEEP' };
  try {
    const value = JSON.parse(utf8.decode(bytes)) as unknown;
    return Array.isArray(value) ? { problem: 'BATCH_NOT_SUPPORTED' } : { value };
  } catch {
    return { problem: 'BAD_REQUEST' };
  }
}
