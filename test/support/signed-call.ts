import { callerHeader, signCall, type BoundRequest, type SigningKey } from '../../schema/wire/caller';
import { json, type Sent } from './send';

/** A signer, and what of the call is otherwise than a gateway would have it. */
export interface Signature extends Partial<BoundRequest> {
  readonly signer: SigningKey;
  readonly department: string;
  readonly at?: Date;
  /** The households that the call is about; none where left out. */
  readonly cases?: readonly string[];
}

/** The call of a department that a gateway would send with this body, but for what is given. */
export async function signedCall(
  body: string,
  { signer, at = new Date(), cases = [], ...bound }: Signature,
): Promise<Sent & { readonly headers: Readonly<Record<string, string>> }> {
  const call = {
    callers: [{ subject: 'tester', role: 'verifier', correlationId: 'signed-call' }],
    purpose: 'RECHECK' as const,
    cases,
    budgetMs: 2000,
  };
  const caller = signCall(call, { method: 'POST', path: '/graphql', body, ...bound }, signer, at);
  return { headers: { ...json, [callerHeader]: caller }, body };
}

/** Questions that a department answers gateways alone. */
export const departmentQuestions = {
  'a root field': { query: '{ person(id: "x") { id } }' },
  'its own schema': { query: '{ _service { sdl } }' },
  entities: {
    query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    variables: { r: [{ __typename: 'Person', id: 'x' }] },
  },
  introspection: { query: '{ __schema { types { name } } }' },
  'its __typename': { query: '{ __typename }' },
};

/** What a department says to everybody else. */
export const departmentRefusal = { status: 401, text: '' };
