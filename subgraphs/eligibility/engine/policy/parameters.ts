import type { Fen } from '../../../../schema/values/yuan';

/** A figure of an edition, and whether it stands in for one that was not published. */
export interface Parameter<T> {
  readonly value: T;
  readonly assumed: boolean;
}

/** A class of temporary assistance: what a family pays itself, and what is paid of the rest. */
export interface ReliefClass {
  readonly threshold: Fen;
  /** From the lowest: what is paid at `above`, and the share of what lies above it. */
  readonly steps: readonly { readonly above: Fen; readonly base: Fen; readonly percent: number }[];
  readonly cap: Fen;
}

/** Every figure that a rule may use. */
export interface ParameterValues {
  /** How far, in percent, indicated income may lie above the definite. */
  readonly mismatchPercent: number;
  /** A shareholder of at most this many percent has a minor role. */
  readonly minorSharePercent: number;
  /** How old, in months before the application, the newest payment may be. */
  readonly recentMonths: number;
  /** Over how many months before that of the application income declared for tax is averaged. */
  readonly taxMonths: number;
  /** How many months of the standard a member may own in money. */
  readonly financialAssetMonths: number;
  /** Money a member up to which a serious illness may excuse; null where nothing does. */
  readonly excusableAssets: Fen | null;
  /** Whether what a family declares of its money is enough where no bank is connected. */
  readonly acceptDeclaredFinancialAssets: boolean;
  /** Yearly fees of a private school, in months of the standard. */
  readonly schoolFeeMonths: number;
  /** Vehicle types that are exempt whoever owns them, such as M21. */
  readonly exemptVehicleTypes: readonly string[];
  /** Vehicle types that may be a tool of the family's living. */
  readonly livelihoodVehicleTypes: readonly string[];
  /** What a vehicle may be worth; null where any vehicle bars. */
  readonly exemptVehicleValue: Fen | null;
  /** What the type of a vehicle begins with that a person has to value where the registry does not, such as K. */
  readonly valuedVehicleTypes: readonly string[];
  /** The least floor area of a person, in square metres. */
  readonly minimumHousingArea: number;
  /** How many times that area a member may own. */
  readonly housingAreaMultiple: number;
  /** Homes of these danger grades do not count. */
  readonly dangerGradesNotCounted: readonly string[];
  /** How many months before the application a divorce is recent. */
  readonly divorceMonths: number;
  /** How many months before the application the end of a title is looked at. */
  readonly transferMonths: number;
  /** How many years before the application a purchase is looked at. */
  readonly purchaseYears: number;
  /** What the allowance's standard is multiplied by to be compared with income, in percent. */
  readonly standardPercent: number;
  /** Up to what income, in percent of the standard, a family is of relief class C. */
  readonly reliefIncomePercent: number;
  readonly reliefClasses: Readonly<Record<'A' | 'B' | 'C' | 'D', ReliefClass>>;
  /** The ages at which people are taken to be able to work, both included. */
  readonly workingAge: { readonly from: number; readonly to: number };
  /** Up to what age, not included, an applicant who studies full time has no capacity to work. */
  readonly studentAge: number;
  /** The most severe grades, by kind, that remove the capacity to work: grade 1 to the number given. */
  readonly incapacitatingGrades: Readonly<Record<string, number>>;
  /** Obligors of this age and above are not taken to be able. */
  readonly ableObligorAge: number;
  /** Obligors of this age and above are looked at only where they own something. */
  readonly reviewedObligorAge: number;
  /** Wages, in percent of the standard, from which an obligor is able. */
  readonly obligorWagePercent: number;
}

export type ParameterName = keyof ParameterValues;

/** The parameters of an edition: those that its rules use. */
export type Parameters = { readonly [name in ParameterName]?: Parameter<ParameterValues[name]> };
