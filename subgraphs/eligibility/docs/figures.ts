import { formatYuan, type Fen } from '../../../schema/values/yuan';
import type { ParameterName, ParameterValues, ReliefClass } from '../engine/policy/parameters';

/** What a figure is, and how its value is written. */
interface Figure<T> {
  readonly says: string;
  readonly write: (value: T) => string;
}

const number = (says: string): Figure<number> => ({ says, write: String });
const list = (says: string): Figure<readonly string[]> => ({
  says,
  write: (entries) => entries.join(', ') || 'none',
});
const yuan = (says: string): Figure<Fen | null> => ({
  says,
  write: (amount) => (amount === null ? 'none' : formatYuan(amount)),
});

/** Every figure that a rule may use, for people who do not read code. Amounts are in yuan. */
export const figures: { readonly [name in ParameterName]: Figure<ParameterValues[name]> } = {
  mismatchPercent: number('Percent by which indicated income may lie above the definite'),
  minorSharePercent: number('Percent of a business up to which a share is minor'),
  recentMonths: number('Months before the application in which the newest payment is recent'),
  taxMonths: number('Months over which income declared for tax is averaged'),
  financialAssetMonths: number('Months of the standard that a member may own in money'),
  excusableAssets: yuan('Money a member up to which a serious illness may excuse'),
  acceptDeclaredFinancialAssets: {
    says: 'Whether a declaration of money is enough',
    write: (accepted) => (accepted ? 'yes' : 'no'),
  },
  schoolFeeMonths: number('Months of the standard from which yearly school fees bar'),
  exemptVehicleTypes: list('Vehicle types that are exempt'),
  livelihoodVehicleTypes: list('Vehicle types that may be a tool of the family’s living'),
  exemptVehicleValue: yuan('Value up to which a vehicle is exempt'),
  valuedVehicleTypes: list('First letters of vehicle types that need a value'),
  minimumHousingArea: number('Minimum housing area of a person, in square metres'),
  housingAreaMultiple: number('Times that area a member may own'),
  dangerGradesNotCounted: list('Danger grades whose homes do not count'),
  divorceMonths: number('Months before the application in which a divorce is recent'),
  transferMonths: number('Months before the application in which the end of a title is looked at'),
  purchaseYears: number('Years before the application in which a purchase is looked at'),
  standardPercent: number('Percent of the allowance’s standard that income is compared with'),
  reliefIncomePercent: number('Percent of the standard up to which a family is of class C'),
  reliefClasses: {
    says: 'What is paid, by relief class',
    write: (classes) =>
      Object.entries(classes)
        .map(([name, reliefClass]) => `${name}: ${payment(reliefClass)}`)
        .join('<br>'),
  },
  workingAge: { says: 'Working age, both included', write: ({ from, to }) => `${from} to ${to}` },
  studentAge: number('Age below which a full-time student has no capacity to work'),
  incapacitatingGrades: {
    says: 'Grades of disability that remove the capacity to work',
    write: (grades) =>
      Object.entries(grades)
        .map(([kind, grade]) => (grade === 1 ? `${kind} 1` : `${kind} 1 to ${grade}`))
        .join(', '),
  },
  ableObligorAge: number('Age below which an obligor may be able'),
  reviewedObligorAge: number('Age below which an obligor is looked at in any case'),
  obligorWagePercent: number('Percent of the standard from which wages make an obligor able'),
};

/** Such as: 30000.00 or less nothing; above 30000.00: 1000.00 and 10 % of the rest; at most 30000.00 */
function payment({ threshold, steps, cap }: ReliefClass): string {
  const parts = steps.map(({ above, base, percent }) => {
    const sum = base === 0 ? '' : `${formatYuan(base)} and `;
    return `above ${formatYuan(above)} ${sum}${percent} % of the rest`;
  });
  return [`nothing up to ${formatYuan(threshold)}`, ...parts, `at most ${formatYuan(cap)}`].join('; ');
}
