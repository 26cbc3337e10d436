import { syntheticIdNumber } from '../schema/values/synthetic-id-number';
import type { Registries } from './exchange-files';

type Cells = Readonly<Record<string, string>>;

/** Somebody who does not exist. */
export interface Someone {
  readonly number: string;
  readonly name: string;
  /** Cells of the row in `members.csv` that differ from the usual. */
  readonly member: Cells;
  /** Cells of the authorisation that differ from the usual, or null for somebody who gave none. */
  readonly authorisation: Cells | null;
}

let born = 0;

/** Makes up one more person, with a number that nobody else in the test file has. */
export function someone(
  name: string,
  { member = {}, authorisation = {} }: Partial<Pick<Someone, 'member' | 'authorisation'>> = {},
): Someone {
  born += 1;
  const birthDate = new Date(Date.UTC(1950, 0, born)).toISOString().slice(0, 10);
  return { number: syntheticIdNumber(birthDate, '002'), name, member, authorisation };
}

/** The same person as they are declared elsewhere. */
export function alsoKnownAs(person: Someone, name: string): Someone {
  return { ...person, name };
}

/** A household of these people, the first of whom applies; all authorise the question unless they say otherwise. */
export function family(household: string, people: readonly Someone[], more: Cells = {}): Registries {
  const application = {
    household_id: household,
    application_no: `SQ-${household}`,
    program: 'TEMPORARY_ASSISTANCE',
    applied_on: '2018-06-11',
    division_code: '500112012',
    address: '龙山街道天竺路 1 号',
    residence: 'URBAN',
    ...more,
  };
  return {
    households: [application],
    members: people.map((person, index) => ({
      household_id: household,
      id_number: person.number,
      name: person.name,
      role: 'MEMBER',
      relation: index === 0 ? '01' : '30',
      basis: index === 0 ? 'APPLICANT' : 'CO_RESIDENT_OBLIGOR',
      residence_division: '500112',
      ...person.member,
    })),
    authorisations: people.flatMap((person, index) =>
      person.authorisation === null
        ? []
        : {
            authorisation_no: `SQS-${household}-${index}`,
            household_id: household,
            id_number: person.number,
            program: application.program,
            signed_on: '2018-06-11',
            ...person.authorisation,
          },
    ),
  };
}

/** The rows of all of them, in order. */
export function together(...all: readonly Registries[]): Registries {
  const names = new Set(all.flatMap((registries) => Object.keys(registries)));
  return Object.fromEntries(
    [...names].map((name) => [name, all.flatMap((registries) => registries[name] ?? [])]),
  );
}

export function vehicle(recordId: string, owner: Someone, more: Cells = {}): Registries {
  return one('vehicles', {
    record_id: recordId,
    owner_id_number: owner.number,
    owner_name: owner.name,
    plate_no: '渝A12345',
    plate_type: '02',
    vehicle_type: 'K33',
    status_flags: 'A',
    disability_adapted: 'false',
    ...more,
  });
}

export function resident(recordId: string, { number, name }: Someone, more: Cells = {}): Registries {
  return one('residents', {
    record_id: recordId,
    id_number: number,
    name,
    household_book_no: 'HK-112-000101',
    relation_to_head: '02',
    registered_address: '龙山街道天竺路 1 号',
    division_code: '500112012',
    status: 'ACTIVE',
    ...more,
  });
}

export function marriage(recordId: string, a: Someone, b: Someone, more: Cells = {}): Registries {
  return one('marriages', {
    record_id: recordId,
    event: 'MARRIAGE',
    certificate_no: 'J500112-2008-001234',
    registered_on: '2008-08-08',
    party_a_id_number: a.number,
    party_a_name: a.name,
    party_b_id_number: b.number,
    party_b_name: b.name,
    ...more,
  });
}

export function death(recordId: string, { number, name }: Someone, more: Cells = {}): Registries {
  return one('deaths', { record_id: recordId, id_number: number, name, source: 'FUNERAL', ...more });
}

export function rollEntry(recordId: string, { number, name }: Someone, more: Cells = {}): Registries {
  return one('assistance_rolls', {
    record_id: recordId,
    household_id: 'YB-2016-0001',
    id_number: number,
    name,
    program: 'MINIMUM_LIVING_ALLOWANCE',
    division_code: '500112012',
    status: 'DRAWING',
    from_date: '2016-09-01',
    ...more,
  });
}

function one(registry: string, row: Cells): Registries {
  return { [registry]: [row] };
}
