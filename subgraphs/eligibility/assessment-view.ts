import { formatYuan, type Fen } from '../../schema/values/yuan';
import type { Assessment, Estimate, Finding, Income, IncomeItem, Unanswered } from './engine/assessment';
import type { Edition } from './engine/policy/policy';

/** An assessment as the graph gives it: amounts in yuan, and people by the entities that they are. */
export function assessmentView({ edition, income, estimate, findings, unanswered, ...of }: Assessment) {
  return {
    program: of.program,
    outcome: of.outcome,
    conclusion: of.conclusion,
    policy: editionView(edition),
    assessedOn: of.assessedOn,
    income: incomeView(income),
    estimate: estimate && estimateView(estimate),
    findings: findings.map(findingView),
    unanswered: unanswered.map(unansweredView),
  };
}

/** An edition of a program's rules as the graph gives it. */
export function editionView(edition: Edition) {
  const { id, program, title, document, effectiveFrom, effectiveTo, announcedOn } = edition;
  return { id, program, title, document, effectiveFrom, effectiveTo, announcedOn };
}

function incomeView({ items, ...amounts }: Income) {
  return {
    declaredMonthly: formatYuan(amounts.declaredMonthly),
    assessedMonthly: formatYuan(amounts.assessedMonthly),
    perCapitaMonthly: formatYuan(amounts.perCapitaMonthly),
    monthlyStandard: yuanOrNull(amounts.monthlyStandard),
    items: items.map(itemView),
  };
}

function itemView({ person, monthlyAmount, ...item }: IncomeItem) {
  return { ...item, person: reference(person), monthlyAmount: formatYuan(monthlyAmount) };
}

function estimateView({ monthly, lumpSum, formula }: Estimate) {
  return { monthly: yuanOrNull(monthly), lumpSum: yuanOrNull(lumpSum), formula };
}

function findingView({ person, judged: _, ...finding }: Finding) {
  return { ...finding, person: person === null ? null : reference(person) };
}

function unansweredView({ person, ...check }: Unanswered) {
  return { ...check, person: reference(person) };
}

const reference = (id: string) => ({ id });

const yuanOrNull = (amount: Fen | null) => (amount === null ? null : formatYuan(amount));
