import { sameName } from '../../../schema/values/person-name';
import type { Trap } from '../../../subgraphs/sample/traps/trap-table';
import type { Row, WrittenDistrict } from './written-district';

/** A member with the rows that the registries hold of them. */
export class Member {
  constructor(
    readonly row: Row,
    readonly district: WrittenDistrict,
  ) {}

  get household(): Row {
    return this.district.household(this.row);
  }
  get number(): string {
    return this.row['id_number']!;
  }
  /** The rows of a table that name the member; `owner` and the like say by which column. */
  in(table: string, whose = ''): readonly Row[] {
    return this.district.of(table, whose ? `${whose}_id_number` : 'id_number', this.number);
  }
  /** The events of their marriages, the newest last. */
  get marriages(): readonly Row[] {
    const events = [...this.in('marriages', 'party_a'), ...this.in('marriages', 'party_b')];
    return events.sort((a, b) => (a['registered_on']! < b['registered_on']! ? -1 : 1));
  }
  /** Married by the registry's last word to a living outsider, who stands in no application. */
  get unlistedMarriage(): Row | undefined {
    const last = this.marriages.at(-1);
    if (last?.['event'] !== 'MARRIAGE') return undefined;
    const [a, b] = [last['party_a_id_number']!, last['party_b_id_number']!];
    const other = a === this.number ? b : a;
    const isListed = this.district.of('members', 'id_number', other).length > 0;
    return isListed || this.district.of('deaths', 'id_number', other).length > 0 ? undefined : last;
  }
  /** Whether a day lies within so many days before the application. */
  isWithin(days: number, day: string | undefined): boolean {
    if (!day) return false;
    const before = (Date.parse(this.household['applied_on']!) - Date.parse(day)) / 86_400_000;
    return before >= 0 && before <= days;
  }
}

const homes = (member: Member, usage = 'RESIDENTIAL') =>
  member.in('real_estate', 'owner').filter((row) => row['status'] === 'CURRENT' && row['usage'] === usage);

const vehicle =
  (holds: (row: Row) => boolean) =>
  (member: Member): boolean =>
    member.in('vehicles', 'owner').some(holds);

const business =
  (holds: (business: Row, role: Row) => boolean) =>
  (member: Member): boolean =>
    member
      .in('business_roles')
      .some((role) =>
        member.district
          .of('businesses', 'credit_code', role['credit_code']!)
          .some((row) => row['entity_type'] === 'COMPANY' && holds(row, role)),
      );

const isCar = (row: Row) => row['vehicle_type']!.startsWith('K');
const isAdapted = (row: Row) => row['disability_adapted'] === 'true';
const isUnder = (member: Member, table: string, whose: string, named: string) =>
  member
    .in(table, whose)
    .some((row) => !sameName(row[named]!, member.row['name']!) && !member.row['former_name']);
const isDead = (member: Member) => member.in('deaths').length > 0;
const presale = (member: Member, isRevoked = false) =>
  member
    .in('presale_contracts', 'buyer')
    .some((row) => member.isWithin(3 * 365, row['signed_on']) && isRevoked === (row['revoked_on'] !== ''));
const authorisation = (holds: (row: Row, member: Member) => boolean) => (member: Member) =>
  member.in('authorisations').some((row) => holds(row, member));
const duplicate = (status: string) => (member: Member) =>
  member
    .in('assistance_rolls')
    .some(
      (row) =>
        row['status'] === status &&
        row['program'] === member.household['program'] &&
        row['household_id'] !== member.row['household_id'],
    );
const employed = (member: Member) =>
  member
    .in('social_insurance')
    .filter((row) => row['payer_type'] === 'EMPLOYER' && row['status'] === 'ACTIVE');
const danger = (member: Member, home: Row) =>
  /[CD]/.test(home['danger_grade']!) ||
  member
    .in('housing_works')
    .some((row) => row['kind'] === 'SAFETY_APPRAISAL' && row['location'] === home['location']);
const pupil = (row: Row) => row['stage'] === 'PRIMARY' || row['stage'] === 'JUNIOR_SECONDARY';

/** How each trap shows in the files alone, as a rule or a registry would come upon it. */
export const evidence: Readonly<Record<Trap, (member: Member) => boolean>> = {
  FORMER_NAME: (member) =>
    member.in('social_insurance').some((row) => row['name'] === member.row['former_name']),
  OLD_NUMBER: (member) => member.in('social_insurance').some((row) => row['id_number']!.length === 15),
  VEHICLE_NAME_CONFLICT: (member) => isUnder(member, 'vehicles', 'owner', 'owner_name'),
  INSURANCE_NAME_CONFLICT: (member) => isUnder(member, 'social_insurance', '', 'name'),
  DOT_VARIANT: (member) =>
    member
      .in('social_insurance')
      .some(({ name }) => name !== member.row['name'] && sameName(name!, member.row['name']!)),
  OTHER_PROVINCE_MEMBER: ({ row }) => !row['residence_division']!.startsWith('50'),
  UNLISTED_SPOUSE: (member) => member.isWithin(1500, member.unlistedMarriage?.['registered_on']),
  COURT_DIVORCE: (member) =>
    member.unlistedMarriage !== undefined && !member.isWithin(1500, member.unlistedMarriage['registered_on']),
  RECENT_DIVORCE: (member) =>
    member.marriages.some((row) => row['event'] === 'DIVORCE' && member.isWithin(365, row['registered_on'])),
  DECEASED_MEMBER: (member) =>
    isDead(member) && member.in('residents').some((row) => row['status'] === 'ACTIVE'),
  DECEASED_DRAWING: (member) =>
    isDead(member) && member.in('assistance_rolls').some((row) => row['status'] === 'DRAWING'),
  DEATH_IN_RESIDENTS_ONLY: (member) =>
    !isDead(member) && member.in('residents').some((row) => row['status'] === 'CANCELLED_BY_DEATH'),
  AUTHORISATION_MISSING: (member) =>
    member.in('authorisations').length === 0 && member.in('residents').some((row) => !row['cancelled_on']),
  AUTHORISATION_WITHDRAWN: authorisation((row) => row['withdrawn_on'] !== ''),
  AUTHORISATION_EXPIRED: authorisation(
    (row, member) => row['valid_until'] !== '' && row['valid_until']! < member.household['applied_on']!,
  ),
  AUTHORISATION_OTHER_PROGRAM: authorisation((row, member) => row['program'] !== member.household['program']),
  CHILD_COMPANY_AND_CAR: (member) =>
    /^[23]0$/.test(member.row['relation']!) &&
    business((row, role) => row['status'] === 'ACTIVE' && role['role'] === 'LEGAL_REPRESENTATIVE')(member) &&
    vehicle((row) => row['vehicle_type'] === 'K33')(member),
  SOLD_CAR: vehicle((row) => isCar(row) && row['status_flags']!.includes('B')),
  CANCELLED_CAR: vehicle((row) => isCar(row) && row['status_flags']!.includes('E')),
  STOLEN_CAR: vehicle((row) => isCar(row) && row['status_flags']!.includes('C')),
  MOTORCYCLE: vehicle((row) => /^M2[12]$/.test(row['vehicle_type']!)),
  DISABILITY_TRICYCLE: (member) =>
    member.row['disability_grade'] !== '' &&
    vehicle((row) => /^M1[1-4]$/.test(row['vehicle_type']!) && isAdapted(row))(member),
  CARGO_TRICYCLE: vehicle((row) => row['vehicle_type'] === 'M14' && !isAdapted(row)),
  ADAPTED_CAR: (member) =>
    member.row['disability_grade'] !== '' && vehicle((row) => isCar(row) && isAdapted(row))(member),
  LOW_VALUE_CAR: vehicle(
    (row) => isCar(row) && row['assessed_value'] !== '' && Number(row['assessed_value']) <= 30_000,
  ),
  CAR_WITHOUT_VALUE: vehicle((row) => isCar(row) && row['assessed_value'] === ''),
  TRAILER: vehicle((row) => /^[BG]/.test(row['vehicle_type']!)),
  DEREGISTERED_COMPANY: business((row) => row['status'] === 'DEREGISTERED'),
  REVOKED_COMPANY: business((row) => row['status'] === 'REVOKED' && row['deregistered_on'] === ''),
  REVOKED_AND_DEREGISTERED_COMPANY: business((row) => row['status'] === 'REVOKED_AND_DEREGISTERED'),
  SUPERVISOR_ONLY: (member) => {
    const roles = member.in('business_roles');
    return roles.length === 1 && roles[0]!['role'] === 'SUPERVISOR';
  },
  ONE_PERCENT_SHAREHOLDER: (member) => {
    const roles = member.in('business_roles');
    return (
      roles.length === 1 && roles[0]!['role'] === 'SHAREHOLDER' && Number(roles[0]!['share_percent']) <= 1
    );
  },
  TWO_HOMES: (member) =>
    homes(member).filter((home) => !danger(member, home) && Number(home['floor_area']) > 80).length >= 2,
  DANGEROUS_SECOND_HOME: (member) =>
    homes(member).length >= 2 && homes(member).some((home) => danger(member, home)),
  JOINT_HOME_ONE_TITLE: (member) =>
    homes(member).some(
      (home) =>
        home['co_ownership'] === 'JOINT' &&
        member.district.of('real_estate', 'unit_no', home['unit_no']!).length === 1,
    ),
  HOME_BY_SHARES: (member) =>
    homes(member).some((home) => home['co_ownership'] === 'BY_SHARES' && Number(home['share_percent']) < 100),
  HOME_TRANSFERRED: (member) =>
    member.in('real_estate', 'owner').some((row) => member.isWithin(365, row['ended_on'])),
  SHOP_OWNED: (member) => homes(member, 'COMMERCIAL').length > 0,
  PRESALE_PURCHASE: (member) => presale(member),
  PRESALE_RESETTLED: (member) =>
    presale(member) && member.in('housing_works').some((row) => row['kind'] === 'DEMOLITION_COMPENSATION'),
  PRESALE_REVOKED: (member) => presale(member, true),
  UNDECLARED_EMPLOYMENT: (member) =>
    employed(member).some((row) => row['paid_through'] === '2018-06') && member.row['declared_wages'] === '',
  INCOME_UNDERSTATED: (member) =>
    member
      .in('tax_incomes')
      .some(
        (row) =>
          row['item'] === 'WAGES' && Number(row['income']) > 3 * Number(member.row['declared_wages'] || NaN),
      ),
  EMPLOYMENT_ENDED: (member) => employed(member).some((row) => row['paid_through']! < '2017-12'),
  DUPLICATE_BENEFIT: duplicate('DRAWING'),
  DUPLICATE_APPLICATION: duplicate('APPLIED'),
  NOT_ENROLLED: (member) =>
    member.row['basis'] === 'DEPENDENT_STUDENT' &&
    !member.in('enrolments').some((row) => row['status'] === 'ENROLLED' && row['full_time'] === 'true'),
  PRIVATE_SCHOOL: (member) =>
    member
      .in('enrolments')
      .some(
        (row) => pupil(row) && row['school_kind'] === 'PRIVATE' && Number(row['annual_fees']) >= 12 * 546,
      ),
  FINANCIAL_ASSETS_HIGH: (member) =>
    member.row['basis'] === 'APPLICANT' && Number(member.household['declared_financial_assets']) > 100_000,
  FINANCIAL_ASSETS_UNDECLARED: (member) => member.household['declared_financial_assets'] === '',
  RIGID_SPENDING_UNDECLARED: ({ household }) =>
    household['program'] === 'TEMPORARY_ASSISTANCE' && household['declared_rigid_spending'] === '',
};
