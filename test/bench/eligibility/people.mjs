const beijing = 8 * 3_600_000;

/** The applications of a page with their people, in the order of the ids. */
export async function readHouseholds(ids, select) {
  const places = ids.map(() => '?').join(', ');
  const today = new Date(Date.now() + beijing).toISOString().slice(0, 10);
  const read = (sql, values = ids) => select('civil-affairs', sql.replace('IN ?', `IN (${places})`), values);
  const [households, members, authorisations] = await Promise.all([
    read(
      'SELECT household_id AS id, program, applied_on AS appliedOn, residence, ' +
        'declared_rigid_spending AS declaredRigidSpending, declared_financial_assets AS declaredFinancialAssets ' +
        'FROM households WHERE household_id IN ?',
    ),
    read(
      'SELECT household_id, person_id, birth_date, name, former_name, role, basis, declared_wages, ' +
        'declared_business, declared_property, declared_transfer, disability_grade, disability_kind, ' +
        'residence_division FROM members WHERE household_id IN ? ' +
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
  const known = new Map(households.map((household) => [household.id, { household, people: [] }]));
  for (const row of members) {
    const { people } = known.get(row.household_id);
    people.push(personOf(row, authorised.has(`${row.household_id} ${row.person_id}`)));
  }
  return ids.map((id) => known.get(id));
}

function personOf(row, authorised) {
  const division = row.residence_division;
  return {
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
