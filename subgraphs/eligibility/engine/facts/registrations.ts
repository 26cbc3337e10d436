import { check } from './check';
import { day, flag, list, measure, month, object, oneOf, optional, reference, text, yuan } from './field';
import { program } from './program';

/** What the rules read of a household's registrations, registry by registry. */
export const registrations = {
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
