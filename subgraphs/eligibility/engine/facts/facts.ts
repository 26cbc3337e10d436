import { check } from './check';
import {
  day,
  flag,
  list,
  measure,
  month,
  object,
  oneOf,
  optional,
  reference,
  text,
  yuan,
  type ValueOf,
} from './field';

/**
 * THE selection of facts: every fact that a rule reads, and no other. The graph is asked for just these (the
 * `@requires` of `Household.eligibility` is printed from here), and they are read in this form.
 */

export const programs = [
  'MINIMUM_LIVING_ALLOWANCE',
  'TEMPORARY_ASSISTANCE',
  'MEDICAL_ASSISTANCE',
  'SPECIAL_HARDSHIP_SUPPORT',
  'HOUSING_ASSISTANCE',
] as const;

/** One of the five kinds of assistance. */
export type Program = (typeof programs)[number];

const program = oneOf(...programs);

const declaredIncome = object({
  wages: optional(yuan),
  business: optional(yuan),
  property: optional(yuan),
  transfer: optional(yuan),
});

const relative = {
  person: reference,
  birthDate: day,
  basis: oneOf(
    'APPLICANT',
    'SPOUSE',
    'MINOR_CHILD',
    'DEPENDENT_ADULT_CHILD',
    'DEPENDENT_STUDENT',
    'CO_RESIDENT_OBLIGOR',
    'LEGAL_OBLIGOR',
  ),
  declaredIncome,
  disabilityGrade: optional(measure),
  disabilityKind: optional(
    oneOf('VISUAL', 'HEARING', 'SPEECH', 'PHYSICAL', 'INTELLECTUAL', 'MENTAL', 'MULTIPLE'),
  ),
  declaredName: text,
};

const assets = {
  vehicles: check({
    records: object({
      recordId: text,
      owner: reference,
      plateNumber: text,
      vehicleType: text,
      statusFlags: list(text),
      disabilityAdapted: flag,
      assessedValue: optional(yuan),
    }),
  }),
  realEstate: check({
    records: object({
      recordId: text,
      owner: reference,
      unitNumber: text,
      location: text,
      usage: oneOf('RESIDENTIAL', 'COMMERCIAL', 'OFFICE', 'PARKING', 'INDUSTRIAL', 'OTHER'),
      floorArea: measure,
      coOwnership: oneOf('SOLE', 'JOINT', 'BY_SHARES', 'OTHER'),
      sharePercent: optional(measure),
      status: oneOf('PROVISIONAL', 'CURRENT', 'HISTORIC', 'TERMINATED'),
      endedOn: optional(day),
      dangerGrade: optional(text),
    }),
  }),
  providentFund: check({
    records: object({
      recordId: text,
      person: reference,
      employerRatePercent: measure,
      ownRatePercent: measure,
      monthlyDeposit: yuan,
      paidThrough: optional(month),
      accountStatus: oneOf('NORMAL', 'SEALED', 'MERGED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'FROZEN', 'OTHER'),
    }),
  }),
  presaleContracts: check({
    records: object({ recordId: text, buyer: reference, signedOn: day, revokedOn: optional(day) }),
  }),
};

const registrations = {
  marriages: check({
    records: object({
      recordId: text,
      event: oneOf('MARRIAGE', 'DIVORCE', 'ANNULMENT'),
      registeredOn: day,
      parties: list(object({ person: optional(reference), inHousehold: flag, deceased: flag })),
    }),
  }),
  deaths: check({ records: object({ recordId: text, person: reference }) }),
  assistanceRolls: check({
    records: object({
      recordId: text,
      person: reference,
      householdId: text,
      program,
      status: oneOf('APPLIED', 'DRAWING', 'ENDED'),
      from: day,
      to: optional(day),
    }),
  }),
  residents: check({
    records: object({
      recordId: text,
      person: reference,
      divisionCode: text,
      status: oneOf('ACTIVE', 'MOVED_OUT', 'CANCELLED_BY_DEATH', 'CANCELLED'),
    }),
  }),
  businesses: check({
    records: object({
      recordId: text,
      person: reference,
      role: oneOf(
        'LEGAL_REPRESENTATIVE',
        'SHAREHOLDER',
        'SOLE_INVESTOR',
        'PARTNER',
        'OPERATOR',
        'DIRECTOR',
        'SUPERVISOR',
        'MANAGER',
      ),
      sharePercent: optional(measure),
      business: object({
        creditCode: text,
        name: text,
        entityType: oneOf(
          'COMPANY',
          'INDIVIDUAL',
          'PARTNERSHIP',
          'SOLE_PROPRIETORSHIP',
          'COOPERATIVE',
          'OTHER',
        ),
        status: oneOf(
          'ACTIVE',
          'REVOKED',
          'REVOKED_AND_DEREGISTERED',
          'DEREGISTERED',
          'CANCELLED',
          'MOVED_OUT',
          'OTHER',
        ),
      }),
    }),
  }),
  socialInsurance: check({
    records: object({
      recordId: text,
      person: reference,
      status: oneOf('ACTIVE', 'SUSPENDED', 'TERMINATED'),
      payerType: oneOf('EMPLOYER', 'SELF_EMPLOYED', 'RESIDENT'),
      base: optional(yuan),
      paidThrough: optional(month),
    }),
    benefits: object({
      recordId: text,
      person: reference,
      kind: oneOf('PENSION', 'RESIDENT_PENSION', 'UNEMPLOYMENT', 'WORK_INJURY', 'SURVIVOR'),
      monthlyAmount: yuan,
      basicPart: optional(yuan),
      month,
    }),
  }),
  taxes: check({
    records: object({
      recordId: text,
      person: reference,
      item: oneOf(
        'WAGES',
        'LABOUR_SERVICES',
        'AUTHORSHIP',
        'ROYALTIES',
        'BUSINESS',
        'INTEREST_DIVIDENDS',
        'PROPERTY_LEASE',
        'PROPERTY_TRANSFER',
        'INCIDENTAL',
      ),
      period: month,
      income: yuan,
    }),
  }),
  enrolments: check({
    records: object({
      recordId: text,
      person: reference,
      stage: oneOf(
        'PRESCHOOL',
        'PRIMARY',
        'JUNIOR_SECONDARY',
        'SENIOR_SECONDARY',
        'VOCATIONAL_SECONDARY',
        'VOCATIONAL_COLLEGE',
        'BACHELOR',
        'POSTGRADUATE',
      ),
      schoolKind: oneOf('PUBLIC', 'PRIVATE'),
      fullTime: flag,
      status: oneOf('ENROLLED', 'SUSPENDED', 'GRADUATED', 'WITHDRAWN'),
      annualFees: optional(yuan),
    }),
  }),
  publicRentals: check({
    records: object({ recordId: text, tenant: reference, leaseFrom: day, leaseTo: optional(day) }),
  }),
  housingWorks: check({
    records: object({
      recordId: text,
      person: reference,
      kind: oneOf('DANGEROUS_HOUSE_RENOVATION', 'SAFETY_APPRAISAL', 'DEMOLITION_COMPENSATION'),
      location: text,
      dangerGrade: optional(text),
    }),
  }),
};

/** One household's facts, as the graph gives them. */
export const facts = object({
  residence: oneOf('URBAN', 'RURAL'),
  application: object({
    program,
    appliedOn: day,
    declaredRigidSpending: optional(yuan),
    declaredFinancialAssets: optional(yuan),
  }),
  members: list(object({ ...relative, residenceDivision: optional(text) })),
  obligors: list(object(relative)),
  // A namespace that did not arrive holds no checks, and each of them then says nothing of anybody.
  assets: orNothing(object(assets)),
  registrations: orNothing(object(registrations)),
});

/** Everything that is known of a household. `id` is the household's own, which tells its roll entries from others'. */
export type Facts = ValueOf<typeof facts> & { readonly id: string };

type Checks = Facts['assets'] & Facts['registrations'];

/** A registry that an assessment may read, by its name in the graph. */
export type RegistryName = keyof Checks;

/** The records of a registry. */
export type RecordOf<R extends RegistryName> = Checks[R]['records'][number];

export type Benefit = Facts['registrations']['socialInsurance']['benefits'][number];

/** Where each registry stands in the facts. */
export const registryNames = [
  ...Object.keys(assets),
  ...Object.keys(registrations),
] as readonly RegistryName[];

/**
 * Reads a household as it arrives in the representation. Throws a FactError where the household itself, its people or
 * its application are not there: without them nothing can be assessed. A check that is missing says nothing instead.
 */
export function readFacts(representation: Readonly<Record<string, unknown>>): Facts {
  return { ...facts.read(representation), id: text.read(representation['id']) };
}

function orNothing<T>({ selection, read }: { selection: string; read: (value: unknown) => T }) {
  return { selection, read: (value: unknown): T => read(value ?? {}) };
}
