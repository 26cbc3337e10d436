import type { Row, Session } from '../../runtime/database/open-database';
import { BatchInsert } from '../../runtime/database/batch-insert';
import { placesFor, type Run } from './read-verification';

/** One version of a report as it is kept: signed, and never changed. */
export interface StoredReport {
  readonly verificationId: string;
  readonly version: number;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
  readonly digest: string;
  /** The signed report, canonical. */
  readonly document: string;
  /** What statistics count of it. */
  readonly marks: readonly ReportMark[];
}

/** A finding's code, or a registry that stayed silent. */
export interface ReportMark {
  readonly kind: 'FINDING' | 'SILENT';
  readonly mark: string;
}

/** Adds a version, and puts its marks in the place of those before. */
export async function insertReport(session: Session, report: StoredReport): Promise<void> {
  const { verificationId, version, issuedAt, digest, document, marks } = report;
  await BatchInsert.all(
    session,
    'reports',
    ['verification_id', 'version', 'issued_at', 'digest', 'document'],
    [[verificationId, version, issuedAt, digest, document]],
  );
  await session.run('DELETE FROM report_marks WHERE verification_id = ?', [verificationId]);
  await BatchInsert.all(
    session,
    'report_marks',
    ['verification_id', 'kind', 'mark'],
    marks.map(({ kind, mark }) => [verificationId, kind, mark]),
  );
}

/** The signed reports of verifications, oldest version first. */
export async function readReports(
  run: Run,
  verificationIds: readonly string[],
): Promise<readonly Omit<StoredReport, 'marks'>[]> {
  if (verificationIds.length === 0) return [];
  const rows = await run(
    'SELECT verification_id, version, issued_at, digest, document FROM reports ' +
      `WHERE verification_id IN (${placesFor(verificationIds)}) ORDER BY verification_id, version`,
    verificationIds,
  );
  return rows.map(reportOfRow);
}

function reportOfRow(row: Row): Omit<StoredReport, 'marks'> {
  return {
    verificationId: String(row['verification_id']),
    version: Number(row['version']),
    issuedAt: Number(row['issued_at']),
    digest: String(row['digest']),
    document: String(row['document']),
  };
}
