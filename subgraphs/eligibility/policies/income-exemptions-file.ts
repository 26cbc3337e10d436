import type { z } from 'zod';
import type { BasicPensionExemption } from '../engine/policy/policy';
import { day, flag, listOfSome, mapping, month, optional, text } from './written-values';

const entry = mapping({
  from: month,
  to: month,
  basis: mapping({ document: text, article: optional(text), effectiveFrom: day, assumed: flag }),
});

/** `income-exemptions.yaml`: income that for some months is none. */
export const incomeExemptionsForm = mapping({ basicPension: listOfSome(entry) });

/** The months by their order. Reports those that end before they start, or are given twice. */
export function basicPensionExemptionsOf(
  { basicPension }: z.infer<typeof incomeExemptionsForm>,
  report: (place: string, problem: string) => void,
): readonly BasicPensionExemption[] {
  for (const [index, { from, to }] of basicPension.entries()) {
    if (to < from) report(`basicPension.${index}.to`, `it is before ${from}, expected that month or later`);
    const other = basicPension.slice(0, index).find((earlier) => earlier.from <= to && from <= earlier.to);
    if (other) {
      report(`basicPension.${index}.from`, `it overlaps ${other.from} to ${other.to}, expected other months`);
    }
  }
  return [...basicPension].sort((a, b) => (a.from < b.from ? -1 : 1));
}
