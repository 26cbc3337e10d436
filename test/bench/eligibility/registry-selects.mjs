/**
 * The registries that the rules read: a SELECT of just the columns that they need, under the names that the engine
 * has for them. `holder` is whose a row is, and `name` the name that it carries. Rows are records as they come, but
 * for those that `record` makes.
 */

/** The rows of some persons; `places` are their marks in the statement. */
const select =
  (columns, table, { person = 'person_id', holder = 'person', name = 'name', join = '' } = {}) =>
  (places) =>
    `SELECT ${person} AS ${holder}, ${name} AS name, record_id AS recordId, ${columns} FROM ${table} ${join} ` +
    `WHERE ${person} IN (${places})`;

/** Who keeps a registry, of which ones the check's age follows, and whether it knows the city alone. */
export const assets = {
  vehicles: {
    department: 'public-security',
    registries: ['vehicles'],
    holder: 'owner',
    lists: {
      records: select(
        'plate_no AS plateNumber, vehicle_type AS vehicleType, status_flags AS statusFlags, ' +
          'disability_adapted AS disabilityAdapted, assessed_value AS assessedValue',
        'vehicles',
        { person: 'owner_person_id', holder: 'owner', name: 'owner_name' },
      ),
    },
    record: (row) => ({
      recordId: row.recordId,
      owner: row.owner,
      plateNumber: row.plateNumber,
      vehicleType: row.vehicleType,
      statusFlags: [...row.statusFlags],
      disabilityAdapted: row.disabilityAdapted === 1,
      assessedValue: row.assessedValue,
    }),
  },
  realEstate: {
    department: 'natural-resources',
    registries: ['realEstate'],
    cityAlone: true,
    holder: 'owner',
    lists: {
      records: select(
        'unit_no AS unitNumber, location, property_usage AS `usage`, floor_area AS floorArea, ' +
          'co_ownership AS coOwnership, share_percent AS sharePercent, status, ended_on AS endedOn, ' +
          'danger_grade AS dangerGrade',
        'real_estate',
        { person: 'owner_person_id', holder: 'owner', name: 'owner_name' },
      ),
    },
  },
  providentFund: {
    department: 'provident-fund',
    registries: ['providentFund'],
    cityAlone: true,
    holder: 'person',
    lists: {
      records: select(
        'employer_rate AS employerRatePercent, own_rate AS ownRatePercent, monthly_deposit AS monthlyDeposit, ' +
          'paid_through AS paidThrough, account_status AS accountStatus',
        'provident_fund',
      ),
    },
  },
  presaleContracts: {
    department: 'housing',
    registries: ['presaleContracts'],
    cityAlone: true,
    holder: 'buyer',
    lists: {
      records: select('signed_on AS signedOn, revoked_on AS revokedOn', 'presale_contracts', {
        person: 'buyer_person_id',
        holder: 'buyer',
        name: 'buyer_name',
      }),
    },
  },
};

/** Without marriages and deaths, which are read together: see readMarriages. */
export const registrations = {
  assistanceRolls: {
    department: 'civil-affairs',
    registries: ['assistanceRolls'],
    withoutAuthorisation: true,
    holder: 'person',
    lists: {
      records: select(
        'household_id AS householdId, program, status, from_date AS `from`, to_date AS `to`',
        'assistance_rolls',
      ),
    },
  },
  residents: {
    department: 'public-security',
    registries: ['residents'],
    holder: 'person',
    lists: { records: select('division_code AS divisionCode, status', 'residents') },
  },
  businesses: {
    department: 'market-regulation',
    registries: ['businessRoles', 'businesses'],
    holder: 'person',
    // An import takes no role in a business that is not there, so the join loses none.
    lists: {
      records: select(
        'role, share_percent AS sharePercent, b.credit_code AS creditCode, b.name AS businessName, ' +
          'entity_type AS entityType, status',
        'business_roles r',
        { name: 'r.name', join: 'JOIN businesses b ON b.credit_code = r.credit_code' },
      ),
    },
    record: (row) => ({
      recordId: row.recordId,
      person: row.person,
      role: row.role,
      sharePercent: row.sharePercent,
      business: {
        creditCode: row.creditCode,
        name: row.businessName,
        entityType: row.entityType,
        status: row.status,
      },
    }),
  },
  socialInsurance: {
    department: 'human-resources',
    registries: ['socialInsurance', 'socialInsuranceBenefits'],
    holder: 'person',
    lists: {
      records: select(
        'status, payer_type AS payerType, base, paid_through AS paidThrough',
        'social_insurance',
      ),
      benefits: select(
        'kind, monthly_amount AS monthlyAmount, basic_part AS basicPart, month',
        'social_insurance_benefits',
      ),
    },
  },
  taxes: {
    department: 'taxation',
    registries: ['taxes'],
    holder: 'person',
    lists: { records: select('item, period, income', 'tax_incomes') },
  },
  enrolments: {
    department: 'education',
    registries: ['enrolments'],
    cityAlone: true,
    holder: 'person',
    lists: {
      records: select(
        'stage, school_kind AS schoolKind, full_time AS fullTime, status, annual_fees AS annualFees',
        'enrolments',
      ),
    },
    record: (row) => ({
      recordId: row.recordId,
      person: row.person,
      stage: row.stage,
      schoolKind: row.schoolKind,
      fullTime: row.fullTime === 1,
      status: row.status,
      annualFees: row.annualFees,
    }),
  },
  publicRentals: {
    department: 'housing',
    registries: ['publicRentals'],
    cityAlone: true,
    holder: 'tenant',
    lists: {
      records: select('lease_from AS leaseFrom, lease_to AS leaseTo', 'public_rentals', {
        person: 'tenant_person_id',
        holder: 'tenant',
        name: 'tenant_name',
      }),
    },
  },
  housingWorks: {
    department: 'construction',
    registries: ['housingWorks'],
    cityAlone: true,
    holder: 'person',
    lists: { records: select('kind, location, danger_grade AS dangerGrade', 'housing_works') },
  },
};
