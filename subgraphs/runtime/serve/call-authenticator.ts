import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { verifyCall, type ReceivedRequest, type VerifiedCall } from '../../../schema/wire/caller';
import type { NonceStore } from './nonce-store';

export interface AuthenticatorOptions {
  readonly department: string;
  /** The keys of the gateways that may ask. */
  readonly gatewayKeys: JWTVerifyGetKey;
  readonly nonces: NonceStore;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** A call that somebody sent, with the signature that came with it. */
export type ReceivedCall = Omit<ReceivedRequest, 'department'> & { readonly token: string };

/** The call of a gateway, the first time that it comes; null for any other. Why is for the log, never for the sender. */
export function callAuthenticator(options: AuthenticatorOptions) {
  const { department, gatewayKeys, nonces, clock, logger } = options;
  const verified = async ({ token, ...request }: ReceivedCall): Promise<VerifiedCall> => {
    const call = await verifyCall(token, { department, ...request }, gatewayKeys, clock());
    // The body may have taken until after the signature's end, when its nonce would no longer be remembered.
    const now = clock().getTime();
    if (now >= call.expires) throw new RefusedCall('LATE_BODY');
    if (!(await nonces.remember(call.nonce, call.expires, now))) throw new RefusedCall('REPLAYED');
    return call;
  };
  return async (received: ReceivedCall): Promise<VerifiedCall | null> => {
    try {
      return await verified(received);
    } catch (error) {
      logger.warn({ reason: (error as { code?: string }).code ?? 'INVALID' }, 'call refused');
      return null;
    }
  };
}

class RefusedCall extends Error {
  constructor(readonly code: 'LATE_BODY' | 'REPLAYED') {
    super('the call is refused');
    this.name = 'RefusedCall';
  }
}
