import { formatYuan } from '../../../../schema/values/yuan';
import { incomeHeads, sumOf } from '../../../eligibility/engine/income/source';
import type { ReportedIncome } from '../report';
import type { ReportSource } from '../report-source';
import { freeText } from './free-text';

/** The household's income a month by the four heads, with every source's word. */
export function incomeOf({ assessment }: ReportSource): ReportedIncome {
  const { items, declaredMonthly, assessedMonthly, perCapitaMonthly, monthlyStandard } = assessment.income;
  return {
    declaredMonthly: formatYuan(declaredMonthly),
    assessedMonthly: formatYuan(assessedMonthly),
    perCapitaMonthly: formatYuan(perCapitaMonthly),
    monthlyStandard: monthlyStandard === null ? null : formatYuan(monthlyStandard),
    heads: incomeHeads.map((head) => ({
      head,
      monthly: formatYuan(
        sumOf(items.filter((item) => item.counted && item.head === head).map((item) => item.monthlyAmount)),
      ),
    })),
    items: items.map(({ person, head, monthlyAmount, counted, source, recordId, reason }) => ({
      ...{ person, head, monthly: formatYuan(monthlyAmount), counted, source, recordId },
      reason: reason === null ? null : freeText(reason),
    })),
  };
}
