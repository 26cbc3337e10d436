import type { Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { Effect } from '../../../../subgraphs/eligibility/engine/policy/policy';
import type { RuleCode } from '../../../../subgraphs/eligibility/engine/rules/rule-code';

/** The tables of RULES.md, written down by hand, and never from the data that is held against them. */

export type Year = '2013' | '2017' | '2022';
type Effects = { readonly [code in RuleCode]?: Effect };

const everyProgram: Effects = {
  CHECK_UNANSWERED: 'UNSETTLED',
  PURPOSE_MISMATCH: 'UNSETTLED',
  MEMBER_DECEASED: 'REVIEW',
  UNLISTED_SPOUSE: 'UNSETTLED',
  RECENT_DIVORCE: 'REVIEW',
  DUPLICATE_BENEFIT: 'BARS',
  DUPLICATE_APPLICATION: 'REVIEW',
  MEMBER_OUT_OF_AREA: 'NOTE',
  STANDARD_BACKDATED: 'NOTE',
};

const income: Effects = { INCOME_MISMATCH: 'REVIEW', UNDECLARED_EMPLOYMENT: 'REVIEW' };

/** The property that only a person can judge, or that is only told: the same wherever property is read. */
const otherProperty: Effects = {
  FINANCIAL_ASSETS_DECLARED_ONLY: 'NOTE',
  VEHICLE_DISPOSED: 'NOTE',
  VEHICLE_EXEMPT: 'NOTE',
  VEHICLE_REVIEW: 'REVIEW',
  BUSINESS_ROLE_MINOR: 'REVIEW',
  BUSINESS_INDIVIDUAL: 'REVIEW',
  BUSINESS_DORMANT: 'REVIEW',
  BUSINESS_HISTORIC: 'NOTE',
  JOINT_OWNERSHIP: 'REVIEW',
  HOMES_SEVERAL: 'NOTE',
  HOME_TRANSFERRED: 'REVIEW',
  PRESALE_RESETTLED: 'NOTE',
};

const barringProperty: Effects = {
  FINANCIAL_ASSETS_ABOVE_LIMIT: 'BARS',
  VEHICLE_OWNED: 'BARS',
  HOMES_ABOVE_LIMIT: 'BARS',
  SHOP_OWNED: 'BARS',
  PRESALE_PURCHASE: 'BARS',
};

/** What bars the allowance, where a program has it looked at. */
const reviewedProperty: Effects = {
  FINANCIAL_ASSETS_ABOVE_LIMIT: 'REVIEW',
  VEHICLE_OWNED: 'REVIEW',
  BUSINESS_REGISTERED: 'REVIEW',
  HOMES_ABOVE_LIMIT: 'REVIEW',
  SHOP_OWNED: 'REVIEW',
  PRESALE_PURCHASE: 'REVIEW',
};

const allowance: Effects = {
  ...everyProgram,
  ...income,
  INCOME_ABOVE_STANDARD: 'BARS',
  INCOME_INDICATED_ABOVE_STANDARD: 'REVIEW',
  ...barringProperty,
  ...otherProperty,
  SCHOOL_FEES_ABOVE_LIMIT: 'BARS',
  ADULT_NOT_STUDENT: 'REVIEW',
};

const temporary: Effects = {
  ...everyProgram,
  ...income,
  ...reviewedProperty,
  ...otherProperty,
  RIGID_SPENDING_BELOW_THRESHOLD: 'BARS',
  RIGID_SPENDING_UNDECLARED: 'UNSETTLED',
  RELIEF_CLASS: 'NOTE',
};

const medical: Effects = {
  ...everyProgram,
  ...income,
  INCOME_ABOVE_STANDARD: 'BARS',
  INCOME_INDICATED_ABOVE_STANDARD: 'REVIEW',
  ...reviewedProperty,
  ...otherProperty,
  SCHOOL_FEES_ABOVE_LIMIT: 'REVIEW',
  ADULT_NOT_STUDENT: 'REVIEW',
  MEETS_BY_ROLL: 'NOTE',
  MEDICAL_NEEDS_REVIEW: 'REVIEW',
};

const hardship: Effects = {
  ...everyProgram,
  ...income,
  ...barringProperty,
  ...otherProperty,
  HAS_WORK_CAPACITY: 'BARS',
  LIVELIHOOD_ABOVE_LIMIT: 'BARS',
  OBLIGOR_ABLE: 'BARS',
  OBLIGOR_TO_REVIEW: 'REVIEW',
};

const housing: Effects = {
  ...everyProgram,
  NOT_ON_ROLL: 'BARS',
  HOUSING_ADEQUATE: 'BARS',
  HOME_TRANSFERRED: 'REVIEW',
  PUBLIC_RENTAL_HELD: 'REVIEW',
};

/** A registered company bars in the first edition, and is looked at since. */
function withCompany(effects: Effects): Readonly<Record<Year, Effects>> {
  return {
    '2013': { ...effects, BUSINESS_REGISTERED: 'BARS' },
    '2017': { ...effects, BUSINESS_REGISTERED: 'REVIEW' },
    '2022': { ...effects, BUSINESS_REGISTERED: 'REVIEW' },
  };
}

const always = (effects: Effects) => ({ '2013': effects, '2017': effects, '2022': effects });

export const expectedEffects: Readonly<Record<Program, Readonly<Record<Year, Effects>>>> = {
  MINIMUM_LIVING_ALLOWANCE: withCompany(allowance),
  TEMPORARY_ASSISTANCE: always(temporary),
  MEDICAL_ASSISTANCE: always(medical),
  SPECIAL_HARDSHIP_SUPPORT: withCompany(hardship),
  HOUSING_ASSISTANCE: always(housing),
};

/** Rules that the four other programs take from the allowance, by the allowance's documents. */
export const propertyRules = Object.keys({
  ...reviewedProperty,
  ...otherProperty,
  SCHOOL_FEES_ABOVE_LIMIT: 'BARS',
}) as readonly RuleCode[];
