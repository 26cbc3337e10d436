import { redactIdNumbers } from '../../schema/values/id-number';
import { ValueError } from '../../schema/values/value-error';
import { catalogueError } from '../../schema/wire/catalogue-error';
import type { Session } from '../runtime/database/open-database';
import type { Row, SqlValue } from '../runtime/registry/stored-column';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { authorisationOf, type Authorisation } from './authorisation';
import { findHousehold, rowsOf, type HouseholdRow } from './household';
import { authorisations } from './registries/authorisations';
import { members } from './registries/members';
import { writeAuthorisations } from './write-authorisations';

/** An authorisation as somebody has it before them, signed. */
export interface KeptAuthorisation {
  readonly number: string;
  readonly personId: string;
  readonly signedOn: string;
  readonly validUntil?: string | null;
}

export interface KeepArguments {
  readonly householdId: string;
  readonly authorisations: readonly KeptAuthorisation[];
}

const mostAtOnce = 20;

/**
 * Keeps signed authorisations of people of a household, for the program that it applied for: all of them, or where one
 * cannot be kept none. One that is there already is answered as it is, so that whoever is not sure may ask again.
 */
export async function keepAuthorisations(
  { householdId, authorisations: given }: KeepArguments,
  context: DepartmentContext,
): Promise<readonly Authorisation[]> {
  if (given.length > mostAtOnce) throw catalogueError('LIST_TOO_LONG', { limit: String(mostAtOnce) });
  const household = await findHousehold(householdId, context);
  if (!household) throw catalogueError('HOUSEHOLD_NOT_FOUND');
  const people = await peopleById(household, context);
  const rows = given.map((authorisation) => rowOf(authorisation, household, people));
  return writeAuthorisations(context, async (session) => {
    const kept: Authorisation[] = [];
    for (const row of rows) kept.push(authorisationOf(await keep(session, row)));
    return kept;
  });
}

/** The members and obligors of a household, as they are registered. */
async function peopleById(
  { householdId }: HouseholdRow,
  context: DepartmentContext,
): Promise<ReadonlyMap<SqlValue | undefined, Row>> {
  const rows = rowsOf(await context.lookUp(members, 'household_id').load(householdId));
  return new Map(rows.map((row) => [row['person_id'], row]));
}

/** The row of the registry. In which form the person's number was given is known of the member. */
function rowOf(
  { number, personId, signedOn, validUntil = null }: KeptAuthorisation,
  { householdId, program }: HouseholdRow,
  people: ReadonlyMap<SqlValue | undefined, Row>,
): Row {
  const person = people.get(personId);
  if (!person) throw catalogueError('PERSON_NOT_IN_HOUSEHOLD');
  return {
    authorisation_no: storedNumber(number),
    household_id: householdId,
    person_id: personId,
    matched_by: person['matched_by'] ?? null,
    program,
    signed_on: signedOn,
    valid_until: validUntil,
    withdrawn_on: null,
  };
}

/** The number as an import would store it. */
function storedNumber(number: string): string {
  const column = authorisations.columns.find(({ name }) => name === 'authorisation_no');
  if (redactIdNumbers(number) !== number) throw catalogueError('TEXT_INVALID');
  try {
    const [stored] = column?.store(number, { personKey: new Uint8Array() }) ?? [];
    return String(stored);
  } catch (error) {
    if (error instanceof ValueError) throw catalogueError('TEXT_INVALID');
    throw error;
  }
}

/** What a form says; when it was taken back is not on it. */
const onTheForm = ['household_id', 'person_id', 'program', 'signed_on', 'valid_until'] as const;

async function keep(session: Session, row: Row): Promise<Row> {
  const { table, name } = authorisations;
  const columns = Object.keys(row);
  const [there] = await session.run(`SELECT * FROM ${table} WHERE authorisation_no = ?`, [
    row['authorisation_no'] ?? null,
  ]);
  if (there) {
    if (onTheForm.every((column) => there[column] === row[column])) return there;
    throw catalogueError('AUTHORISATION_NUMBER_TAKEN');
  }
  const places = columns.map(() => '?').join(', ');
  await session.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
  await session.run('UPDATE registry_state SET records = records + 1 WHERE registry = ?', [name]);
  return row;
}
