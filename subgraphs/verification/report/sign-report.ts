import { sign } from 'node:crypto';
import type { SigningKey } from '../../../schema/wire/caller';
import type { Report, SealedReport } from './report';
import { canonicalJson, digestOf } from './canonical-json';

/** A signed report as it is kept. */
export interface SignedReport {
  /** SHA-256 of the canonical report, in hexadecimal digits: what the next version names. */
  readonly digest: string;
  /** The file: the canonical text of the report with its seal. */
  readonly text: string;
}

/** Seals a report with Ed25519 over its canonical text (RFC 8785). The same report and key give the same bytes. */
export function signReport(report: Report, signer: SigningKey): SignedReport {
  const text = canonicalJson(report);
  const digest = digestOf(text);
  const signature = sign(null, Buffer.from(text, 'utf8'), signer.key).toString('base64url');
  const sealed: SealedReport = {
    report,
    seal: { algorithm: 'Ed25519', keyId: signer.id, digest, signature },
  };
  return { digest, text: canonicalJson(sealed) };
}
