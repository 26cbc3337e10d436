/** Groups of members, each of whom could bear a trap; `bearers` says who belongs to them. */
export type BearerName =
  | 'anyone'
  | 'applicant'
  | 'spender'
  | 'adult'
  | 'workingAge'
  | 'middleAged'
  | 'aged'
  | 'notApplicant'
  | 'neverMarried'
  | 'divorced'
  | 'adultChild'
  | 'student'
  | 'pupil'
  | 'dottedName';

interface TrapEntry {
  /** Of a hundred households with somebody who could bear it, so many have it. */
  readonly percent: number;
  readonly bearer: BearerName;
  /** What the files then say of its bearer. */
  readonly what: string;
}

/**
 * What a check has to notice, or must not be taken in by: the one place that says how often each occurs.
 * A person bears one trap at most, so that each can be told from the others. Ordinary lives bring some of this too:
 * a motorcycle, an old car, a home that was sold years ago.
 */
const table = {
  // The people and their names
  FORMER_NAME: {
    percent: 1,
    bearer: 'adult',
    what: 'registries but the residents’ know them by a former name',
  },
  OLD_NUMBER: { percent: 2, bearer: 'middleAged', what: 'some registries hold their number with 15 digits' },
  VEHICLE_NAME_CONFLICT: { percent: 0.8, bearer: 'adult', what: 'a car with their number and another name' },
  INSURANCE_NAME_CONFLICT: { percent: 0.6, bearer: 'adult', what: 'insured under another name' },
  DOT_VARIANT: { percent: 40, bearer: 'dottedName', what: 'registries write the middle dot as another one' },
  OTHER_PROVINCE_MEMBER: { percent: 1.5, bearer: 'notApplicant', what: 'registered in another province' },
  UNLISTED_SPOUSE: { percent: 3, bearer: 'neverMarried', what: 'married to somebody who is not listed' },
  COURT_DIVORCE: {
    percent: 4,
    bearer: 'divorced',
    what: 'divorced by a court: the registry has the marriage alone',
  },
  RECENT_DIVORCE: {
    percent: 5,
    bearer: 'divorced',
    what: 'divorced in the 12 months before the application',
  },
  DECEASED_MEMBER: {
    percent: 1,
    bearer: 'aged',
    what: 'died before the application; ACTIVE resident for a while',
  },
  DECEASED_DRAWING: { percent: 1, bearer: 'aged', what: 'died before the application, and DRAWING still' },
  DEATH_IN_RESIDENTS_ONLY: {
    percent: 1,
    bearer: 'aged',
    what: 'CANCELLED_BY_DEATH, and in no death registry',
  },
  // Who allowed what
  AUTHORISATION_MISSING: { percent: 1, bearer: 'anyone', what: 'signed nothing' },
  AUTHORISATION_WITHDRAWN: { percent: 0.7, bearer: 'anyone', what: 'withdrew their authorisation' },
  AUTHORISATION_EXPIRED: { percent: 0.7, bearer: 'anyone', what: 'their authorisation has run out' },
  AUTHORISATION_OTHER_PROGRAM: {
    percent: 0.7,
    bearer: 'anyone',
    what: 'their authorisation is for another program',
  },
  // Vehicles
  CHILD_COMPANY_AND_CAR: {
    percent: 10,
    bearer: 'adultChild',
    what: 'a child who lives with them has company and car',
  },
  SOLD_CAR: { percent: 0.7, bearer: 'adult', what: 'a car with flag B: sold' },
  CANCELLED_CAR: { percent: 0.6, bearer: 'adult', what: 'a car with flag E: cancelled' },
  STOLEN_CAR: { percent: 0.5, bearer: 'adult', what: 'a car with flag C: stolen' },
  MOTORCYCLE: { percent: 1.5, bearer: 'adult', what: 'a two-wheel motorcycle (M21, M22)' },
  DISABILITY_TRICYCLE: { percent: 0.6, bearer: 'adult', what: 'an adapted tricycle of a disabled owner' },
  CARGO_TRICYCLE: { percent: 0.6, bearer: 'adult', what: 'a cargo tricycle (M14) that is not adapted' },
  ADAPTED_CAR: { percent: 0.7, bearer: 'adult', what: 'an adapted car of a disabled owner' },
  LOW_VALUE_CAR: { percent: 0.8, bearer: 'adult', what: 'a car of at most 30,000 yuan' },
  CAR_WITHOUT_VALUE: { percent: 0.6, bearer: 'adult', what: 'a car that nobody assessed' },
  TRAILER: { percent: 0.6, bearer: 'adult', what: 'a trailer (B.., G..), which is no motor vehicle' },
  // Businesses
  DEREGISTERED_COMPANY: { percent: 0.6, bearer: 'adult', what: 'a company that was deregistered' },
  REVOKED_COMPANY: {
    percent: 0.6,
    bearer: 'adult',
    what: 'a dormant company: licence revoked, not deregistered',
  },
  REVOKED_AND_DEREGISTERED_COMPANY: {
    percent: 0.4,
    bearer: 'adult',
    what: 'a company revoked, then deregistered',
  },
  SUPERVISOR_ONLY: { percent: 0.5, bearer: 'adult', what: 'a supervisor, and nothing else, of a company' },
  ONE_PERCENT_SHAREHOLDER: { percent: 0.5, bearer: 'adult', what: 'a shareholder with 1 % at most' },
  // Homes
  TWO_HOMES: { percent: 0.8, bearer: 'adult', what: 'two homes of large area' },
  DANGEROUS_SECOND_HOME: { percent: 0.6, bearer: 'adult', what: 'a second home of danger grade C or D' },
  JOINT_HOME_ONE_TITLE: {
    percent: 0.7,
    bearer: 'adult',
    what: 'a jointly owned home with one title in the registry',
  },
  HOME_BY_SHARES: { percent: 0.6, bearer: 'adult', what: 'a share of a second home' },
  HOME_TRANSFERRED: {
    percent: 0.8,
    bearer: 'adult',
    what: 'a home sold in the 12 months before the application',
  },
  SHOP_OWNED: { percent: 0.6, bearer: 'adult', what: 'a shop front' },
  PRESALE_PURCHASE: { percent: 0.7, bearer: 'adult', what: 'a flat bought off plan in the last 3 years' },
  PRESALE_RESETTLED: {
    percent: 0.6,
    bearer: 'adult',
    what: 'the same, after the family’s house was demolished',
  },
  PRESALE_REVOKED: { percent: 0.7, bearer: 'adult', what: 'a pre-sale contract that was revoked' },
  // Income
  UNDECLARED_EMPLOYMENT: {
    percent: 1.2,
    bearer: 'workingAge',
    what: 'an employer insures them, no wages are declared',
  },
  INCOME_UNDERSTATED: { percent: 1.2, bearer: 'workingAge', what: 'wages far above the declared ones' },
  EMPLOYMENT_ENDED: {
    percent: 1.2,
    bearer: 'workingAge',
    what: 'an employer insured them until 8 months ago',
  },
  DUPLICATE_BENEFIT: { percent: 0.8, bearer: 'adult', what: 'DRAWING the same program in another household' },
  DUPLICATE_APPLICATION: {
    percent: 0.6,
    bearer: 'adult',
    what: 'APPLIED for the same program in another household',
  },
  // Schools
  NOT_ENROLLED: {
    percent: 12,
    bearer: 'student',
    what: 'declared a student, and not at school, or not full time',
  },
  PRIVATE_SCHOOL: { percent: 3, bearer: 'pupil', what: 'at a private school with high fees' },
  // What the family declared
  FINANCIAL_ASSETS_HIGH: { percent: 1.5, bearer: 'applicant', what: 'financial assets above any limit' },
  FINANCIAL_ASSETS_UNDECLARED: { percent: 2, bearer: 'applicant', what: 'no word on financial assets' },
  RIGID_SPENDING_UNDECLARED: {
    percent: 5,
    bearer: 'spender',
    what: 'no word on the spending that assistance is for',
  },
} as const satisfies Record<string, TrapEntry>;

export type Trap = keyof typeof table;

/** The table in its order. */
export const traps: readonly (TrapEntry & { readonly name: Trap })[] = Object.entries(table).map(
  ([name, entry]) => ({ name: name as Trap, ...entry }),
);
