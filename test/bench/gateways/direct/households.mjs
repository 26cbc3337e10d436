import { built } from '../built.mjs';

const { formatYuan } = built('schema/values/yuan');

const beijing = 8 * 3_600_000;

/** The applications of some households with their people, by their numbers. */
export async function readHouseholds(ids, select) {
  const today = new Date(Date.now() + beijing).toISOString().slice(0, 10);
  const places = ids.map(() => '?').join(', ');
  const read = (sql, values = ids) => select('civil-affairs', sql.replace('IN ?', `IN (${places})`), values);
  const [households, members, authorisations] = await Promise.all([
    read(
      'SELECT household_id AS id, application_no, program, applied_on, cause, division_code, address, residence, ' +
        'declared_rigid_spending, declared_financial_assets FROM households WHERE household_id IN ?',
    ),
    read(
      'SELECT household_id, person_id, masked_id_number, birth_date, name, former_name, role, relation, basis, ' +
        'declared_wages, declared_business, declared_property, declared_transfer, disability_grade, ' +
        'disability_kind, residence_division FROM members WHERE household_id IN ? ' +
        `ORDER BY basis = 'APPLICANT' DESC, relation, birth_date, person_id`,
    ),
    read(
      'SELECT a.household_id, a.person_id FROM authorisations a JOIN households h ' +
        'ON h.household_id = a.household_id AND h.program = a.program WHERE a.household_id IN ? ' +
        'AND signed_on <= ? AND (valid_until IS NULL OR valid_until >= ?) ' +
        'AND (withdrawn_on IS NULL OR withdrawn_on > ?)',
      [...ids, today, today, today],
    ),
  ]);
  const authorised = new Set(authorisations.map((row) => `${row.household_id} ${row.person_id}`));
  const known = new Map(households.map((row) => [row.id, { row, people: [] }]));
  for (const row of members) {
    const { people } = known.get(row.household_id);
    people.push(personOf(row, authorised.has(`${row.household_id} ${row.person_id}`)));
  }
  return known;
}

/** A person as the registries' checks and the rules take them; `row` is for what is shown. */
function personOf(row, authorised) {
  const division = row.residence_division;
  return {
    row,
    id: row.person_id,
    name: row.name,
    formerName: row.former_name,
    isMember: row.role === 'MEMBER',
    elsewhere: division !== null && !division.startsWith('50'),
    authorised,
    declared: {
      person: row.person_id,
      birthDate: row.birth_date,
      basis: row.basis,
      declaredIncome: {
        wages: row.declared_wages,
        business: row.declared_business,
        property: row.declared_property,
        transfer: row.declared_transfer,
      },
      disabilityGrade: row.disability_grade,
      disabilityKind: row.disability_kind,
      declaredName: row.name,
      residenceDivision: division,
    },
  };
}

/** What the rules take of an application. */
export function factsOfApplication(row) {
  return {
    program: row.program,
    appliedOn: row.applied_on,
    declaredRigidSpending: row.declared_rigid_spending,
    declaredFinancialAssets: row.declared_financial_assets,
  };
}

const yuan = (fen) => (fen === null ? null : formatYuan(fen));

export function applicationView(row) {
  return {
    number: row.application_no,
    program: row.program,
    appliedOn: row.applied_on,
    cause: row.cause,
    declaredRigidSpending: yuan(row.declared_rigid_spending),
    declaredFinancialAssets: yuan(row.declared_financial_assets),
  };
}

export function memberView({ row, authorised }) {
  return {
    person: { id: row.person_id },
    declaredName: row.name,
    maskedIdNumber: row.masked_id_number,
    birthDate: row.birth_date,
    residenceDivision: row.residence_division,
    relation: row.relation,
    basis: row.basis,
    declaredIncome: {
      wages: yuan(row.declared_wages),
      business: yuan(row.declared_business),
      property: yuan(row.declared_property),
      transfer: yuan(row.declared_transfer),
    },
    disabilityGrade: row.disability_grade,
    disabilityKind: row.disability_kind,
    authorised,
  };
}
