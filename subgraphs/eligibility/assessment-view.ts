import { formatYuan, type Fen } from '../../schema/values/yuan';
import type { Assessment, Estimate, Finding, Income, IncomeItem, Unanswered } from './engine/assessment';
import type { Edition } from './engine/policy/policy';

/**
 * The fields of an assessment that the graph gives in other words: amounts in yuan, and people by the entities that they
 * are. Each is made where it is asked for: of a page of outcomes, nobody reads what they come from.
 */
export const assessmentFields = {
  policy: ({ edition }: Assessment) => editionView(edition),
  income: ({ income }: Assessment) => incomeView(income),
  estimate: ({ estimate }: Assessment) => estimate && estimateView(estimate),
  findings: ({ findings }: Assessment) => findings.map(findingView),
  unanswered: ({ unanswered }: Assessment) => unanswered.map(unansweredView),
};

/** A whole assessment as the graph gives it. */
export function assessmentView(assessment: Assessment) {
  const { program, outcome, conclusion, assessedOn } = assessment;
  return {
    program,
    outcome,
    conclusion,
    policy: assessmentFields.policy(assessment),
    assessedOn,
    income: assessmentFields.income(assessment),
    estimate: assessmentFields.estimate(assessment),
    findings: assessmentFields.findings(assessment),
    unanswered: assessmentFields.unanswered(assessment),
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
