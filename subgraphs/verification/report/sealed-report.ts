import { z } from 'zod';
import { schemaVersion, type SealedReport } from './report';
import { canonicalJson } from './canonical-json';

/** What makes a file no report at all, in a sentence. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/** What is looked at before a seal is known to hold; the rest is as it was signed. */
const form = z.strictObject({
  report: z.looseObject({
    number: z.string(),
    verificationId: z.string(),
    version: z.int().min(1),
    previousDigest: z.string().nullable(),
    issuedAt: z.iso.datetime({ offset: true }),
  }),
  seal: z.strictObject({
    algorithm: z.literal('Ed25519'),
    keyId: z.string(),
    digest: z.string(),
    signature: z.string(),
  }),
});

/**
 * Reads a report's file. Only the canonical text is one: whatever else says the same, with other spaces, another order or
 * a key twice, is refused. Whether the seal holds is another matter (verify-report.ts).
 * @throws ReportError
 */
export function readSealedReport(text: string): SealedReport {
  const value = parsed(text);
  const { report } = (value ?? {}) as { report?: { schemaVersion?: unknown } };
  if (report?.schemaVersion !== undefined && report.schemaVersion !== schemaVersion) {
    throw new ReportError(
      `its schemaVersion is not ${schemaVersion}: it needs another edition of this program`,
    );
  }
  if (report?.schemaVersion === undefined || !form.safeParse(value).success) {
    throw new ReportError('it has not the form of a sealed report');
  }
  if (canonicalOrNull(value as object) !== text) {
    throw new ReportError('it is not in canonical form: it was altered, or written anew');
  }
  return value as SealedReport;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReportError('it is not JSON, or not whole');
  }
}

/** JSON can escape what the canonical form refuses. */
function canonicalOrNull(value: object): string | null {
  try {
    return canonicalJson(value);
  } catch {
    return null;
  }
}
