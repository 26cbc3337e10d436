import { formatInstant } from '../../../schema/values/instant';
import { reportPage } from '../report/html/report-page';
import type { SealedReport } from '../report/report';
import { readSealedReport } from '../report/sealed-report';
import type { StoredReport } from '../store/reports';

type Kept = Pick<StoredReport, 'issuedAt' | 'document'>;

/** Reading a report holds it against its canonical form, which takes a while: each is read once an answer. */
const read = new WeakMap<Kept, SealedReport['report']>();

function reportOf(kept: Kept): SealedReport['report'] {
  const report = read.get(kept) ?? readSealedReport(kept.document).report;
  read.set(kept, report);
  return report;
}

/** The fields of a report that are more than what is kept under their name: what the signed document says. */
export const reportFields = {
  number: (kept: Kept) => reportOf(kept).number,
  issuedAt: ({ issuedAt }: Kept) => formatInstant(new Date(issuedAt)),
  completeness: (kept: Kept) => reportOf(kept).completeness,
  outcome: (kept: Kept) => reportOf(kept).outcome.code,
  conclusion: (kept: Kept) => reportOf(kept).conclusion.word,
  previousDigest: (kept: Kept) => reportOf(kept).previousDigest,
  html: ({ document }: Kept) => reportPage(document),
};
