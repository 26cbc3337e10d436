import { formatInstant } from '../../../schema/values/instant';
import { reportPage } from '../report/html/report-page';
import { readSealedReport } from '../report/sealed-report';
import type { StoredReport } from '../store/reports';

type Kept = Pick<StoredReport, 'issuedAt' | 'document'>;

/** The fields of a report that are more than what is kept under their name: what the signed document says. */
export const reportFields = {
  number: ({ document }: Kept) => readSealedReport(document).report.number,
  issuedAt: ({ issuedAt }: Kept) => formatInstant(new Date(issuedAt)),
  completeness: ({ document }: Kept) => readSealedReport(document).report.completeness,
  outcome: ({ document }: Kept) => readSealedReport(document).report.outcome.code,
  conclusion: ({ document }: Kept) => readSealedReport(document).report.conclusion.word,
  previousDigest: ({ document }: Kept) => readSealedReport(document).report.previousDigest,
  html: ({ document }: Kept) => reportPage(document),
};
