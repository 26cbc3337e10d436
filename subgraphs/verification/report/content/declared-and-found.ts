import { formatYuan, type Fen } from '../../../../schema/values/yuan';
import { incomeHeads } from '../../../eligibility/engine/income/source';
import type { IncomeComparison, Report, ResidenceComparison } from '../report';
import type { ReportSource } from '../report-source';
import { propertyCounts } from './property-counts';

/** What the household declared, against what registries say. */
export function declaredAndFound(source: ReportSource): Report['declared'] {
  const { declaredFinancialAssets, declaredRigidSpending } = source.facts.application;
  return {
    income: incomeComparisons(source),
    residence: residenceComparisons(source),
    financialAssets: yuanOrNull(declaredFinancialAssets),
    rigidSpending: yuanOrNull(declaredRigidSpending),
    property: propertyCounts(source),
  };
}

/** Of whoever is counted: the dead earn nothing, and the assessment has no item of theirs. */
function incomeComparisons({ facts, assessment }: ReportSource): readonly IncomeComparison[] {
  const { items } = assessment.income;
  return facts.members
    .filter(({ person }) => items.some((item) => item.person === person))
    .flatMap(({ person }) =>
      incomeHeads.map((head) => {
        const ofHead = items.filter((item) => item.person === person && item.head === head);
        const amountOf = (item: (typeof items)[number] | undefined) => item?.monthlyAmount ?? (0 as Fen);
        const declared = amountOf(ofHead.find(({ source }) => source === 'declared'));
        const indicated = amountOf(ofHead.find(({ counted }) => counted));
        return {
          ...{ person, head },
          declared: formatYuan(declared),
          indicated: formatYuan(indicated),
          difference: formatYuan((indicated - declared) as Fen),
        };
      }),
    );
}

function residenceComparisons({ facts }: ReportSource): readonly ResidenceComparison[] {
  const { statuses, records } = facts.registrations.residents;
  return facts.members.map(({ person, residenceDivision }) => {
    const status = statuses.get(person);
    const isAnswered = status === 'FOUND' || status === 'NO_RECORD';
    const active = records.filter((record) => record.person === person && record.status === 'ACTIVE');
    return {
      person,
      declared: residenceDivision,
      found: isAnswered ? [...new Set(active.map(({ divisionCode }) => divisionCode))].sort() : null,
    };
  });
}

function yuanOrNull(amount: Fen | null): string | null {
  return amount === null ? null : formatYuan(amount);
}
