import { KeyObject, verify, type webcrypto } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import type { SealedReport } from './report';
import { canonicalJson, digestOf } from './canonical-json';
import { readSealedReport, ReportError } from './sealed-report';

/** What a file is, as far as it could be read, and all that is wrong with it; nothing where it is as it was signed. */
export interface Verification {
  readonly sealed: SealedReport | null;
  readonly problems: readonly string[];
}

/** Verifies one report's file: its form, its canonical text, its digest and its signature by one of the keys. */
export async function verifyReport(text: string, keys: JWTVerifyGetKey): Promise<Verification> {
  try {
    const sealed = readSealedReport(text);
    return { sealed, problems: await problemsOf(sealed, keys) };
  } catch (error) {
    if (error instanceof ReportError) return { sealed: null, problems: [error.message] };
    throw error;
  }
}

async function problemsOf({ report, seal }: SealedReport, keys: JWTVerifyGetKey): Promise<readonly string[]> {
  const canonical = canonicalJson(report);
  const key = await publicKey(seal.keyId, keys);
  const isFirst = report.version === 1;
  return [
    ...(seal.digest === digestOf(canonical) ? [] : ['its digest is not that of the report']),
    ...(key === null ? ['it was signed by a key that is not known'] : []),
    ...(key === null || isSignedBy(key, canonical, seal.signature)
      ? []
      : ['its signature does not hold for the report']),
    ...(report.number === `${report.verificationId}-${report.version}`
      ? []
      : ['its number is not that of the verification and the version']),
    ...(isFirst === (report.previousDigest === null)
      ? []
      : [isFirst ? 'it is the first version and names one before' : 'it does not name the version before']),
  ];
}

function isSignedBy(key: KeyObject, canonical: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // The last character has bits that no decoder reads: a signature that was touched there would pass.
  if (bytes.toString('base64url') !== signature) return false;
  return verify(null, Buffer.from(canonical, 'utf8'), key, bytes);
}

async function publicKey(keyId: string, keys: JWTVerifyGetKey): Promise<KeyObject | null> {
  try {
    const found = await keys({ alg: 'EdDSA', kid: keyId }, { payload: '', signature: '' });
    const key = found instanceof KeyObject ? found : KeyObject.from(found as webcrypto.CryptoKey);
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
