import { CompactSign, compactVerify, type CompactJWSHeaderParameters, type CompactVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { SigningKey } from '../../schema/wire/caller';
import type { Tip } from './genesis';

/** A tip with the instant of its signature, RFC 3339 in UTC. */
export interface Head extends Tip {
  readonly at: string;
}

/** Sets these signatures apart from all others, whatever key they were made with. */
const type = 'access-ledger-head';

const payloadForm = z.object({
  chain: z.string().min(1),
  seq: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** A head as a compact JWS, EdDSA over Ed25519. */
export function signHead({ chain, seq, hash, at }: Head, signer: SigningKey): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify({ chain, seq, hash, at })))
    .setProtectedHeader({ alg: 'EdDSA', kid: signer.id, typ: type })
    .sign(signer.key);
}

/** Reads a head that one of the keys signed; throws for anything else. */
export async function verifyHead(jws: string, keys: CompactVerifyGetKey): Promise<Head> {
  // The last character of a signature has bits that no decoder reads: a head that was touched there would pass.
  const signature = jws.slice(jws.lastIndexOf('.') + 1);
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) throw new Error('misspelt');
  const { payload, protectedHeader } = await compactVerify(jws, keys, { algorithms: ['EdDSA'] });
  const { typ }: CompactJWSHeaderParameters = protectedHeader;
  if (typ !== type) throw new Error('signed for something else');
  return payloadForm.parse(JSON.parse(Buffer.from(payload).toString()));
}
