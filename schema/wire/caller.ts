import { createHash, randomUUID, sign, type KeyObject } from 'node:crypto';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { purposes, type Purpose } from '../access/purposes';

/** On whose behalf a department is asked. */
export interface Caller {
  /** The subject of the caller's access token: a user or a system, never a person of a registry. */
  readonly subject: string;
  readonly role: string;
  /** The divisions whose households the caller may see; absent where it may see all. */
  readonly divisions?: readonly string[] | undefined;
  /** The id by which the caller's request is found in every log. */
  readonly correlationId: string;
}

/** What a department is told of a call beside the operation. */
export interface DepartmentCall {
  /** At least one; several where concurrent requests ask the same about entities. */
  readonly callers: readonly Caller[];
  /** What for; null where nothing was asked for that needs a purpose. */
  readonly purpose: Purpose | null;
  /** The numbers of the households that this call is about; none where it is about people or registries alone. */
  readonly cases: readonly string[];
  /** How many milliseconds the department may take. */
  readonly budgetMs: number;
}

/** The HTTP request that a signature is bound to. */
export interface BoundRequest {
  readonly department: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | Uint8Array;
}

/** The HTTP header that carries the signed caller: a compact JWS, EdDSA over Ed25519. */
export const callerHeader = 'x-caller';

/** Where a department behind HTTP tells how its registries stand, beside its GraphQL endpoint. */
export const statusPath = '/status';

/** How long a signature holds, in seconds. */
export const callerLifetime = 30;

/** How far a department's clock may be behind the gateway's, in seconds. */
const clockTolerance = 5;

const issuer = 'household-federation-gateway';

const claims = z.object({
  callers: z
    .array(
      z.object({
        subject: z.string().min(1),
        role: z.string().min(1),
        divisions: z.array(z.string()).optional(),
        correlationId: z.string().min(1),
      }),
    )
    .min(1),
  purpose: z.enum(purposes).nullable(),
  cases: z.array(z.string()),
  budgetMs: z.number().int().positive(),
  method: z.string(),
  path: z.string(),
  digest: z.string(),
  // One department and no list of them; whole seconds, as the times are compared with.
  aud: z.string(),
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
  jti: z.string().min(1).max(64),
});

/** A signing key with the id under which departments know its public half. */
export interface SigningKey {
  readonly id: string;
  readonly key: KeyObject;
}

/**
 * Signs a call so that it holds for this request to this department alone, once, for `callerLifetime`. Every fetch of
 * a plan is signed: written by hand, the JWS costs two thirds of what a library makes of it, and to have another thread
 * sign it costs as much again as the signature.
 */
export function signCall(call: DepartmentCall, request: BoundRequest, signer: SigningKey, now: Date): string {
  const created = Math.floor(now.getTime() / 1000);
  const header = encoded({ alg: 'EdDSA', kid: signer.id });
  const payload = encoded({
    callers: call.callers,
    purpose: call.purpose,
    cases: call.cases,
    budgetMs: call.budgetMs,
    method: request.method,
    path: request.path,
    digest: digestOf(request.body),
    iss: issuer,
    aud: request.department,
    jti: randomUUID(),
    iat: created,
    nbf: created - clockTolerance,
    exp: created + callerLifetime,
  });
  const text = `${header}.${payload}`;
  const signature = sign(null, Buffer.from(text), signer.key);
  return `${text}.${signature.toString('base64url')}`;
}

function encoded(json: unknown): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

/** The request that a call came with; its body may be read when the signature has been seen to hold. */
export interface ReceivedRequest extends Omit<BoundRequest, 'body'> {
  readonly body: BoundRequest['body'] | (() => Promise<BoundRequest['body']>);
}

/** A call whose signature holds, with what is needed to refuse its second coming. */
export interface VerifiedCall extends DepartmentCall {
  readonly nonce: string;
  /** When the signature ends, in milliseconds since the epoch. */
  readonly expires: number;
}

/**
 * Verifies a signed call. Throws where it is not signed by a known key, is for another department or
 * request, has expired or is not yet valid; why is for the department's log, never for the sender.
 */
export async function verifyCall(
  token: string,
  request: ReceivedRequest,
  keys: JWTVerifyGetKey,
  now: Date,
): Promise<VerifiedCall> {
  const { payload } = await jwtVerify(token, keys, {
    algorithms: ['EdDSA'],
    issuer,
    audience: request.department,
    currentDate: now,
  });
  const { jti: nonce, aud: _, iat, nbf, exp, method, path, digest, ...call } = claims.parse(payload);
  if (nbf < iat - clockTolerance || exp > iat + callerLifetime) {
    throw new Error('the signature would hold longer than any may');
  }
  const isBound = method === request.method && path === request.path;
  if (!isBound || digest !== digestOf(await bodyOf(request))) {
    throw new Error('the signature is for another request');
  }
  return { ...call, nonce, expires: exp * 1000 };
}

async function bodyOf({ body }: ReceivedRequest): Promise<BoundRequest['body']> {
  return typeof body === 'function' ? body() : body;
}

function digestOf(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}
