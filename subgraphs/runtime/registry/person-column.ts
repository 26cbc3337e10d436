import {
  birthDateOf,
  maskIdNumber,
  parseIdNumber,
  sexOf,
  type IdNumber,
} from '../../../schema/values/id-number';
import { personIdOf, type PersonId } from '../../../schema/values/person-id';
import { isEmpty, type Column } from './column';
import type { StoredColumn, StoredType } from './stored-column';

/** What a registry may keep of an identity number beside the pseudonym. */
const facts = {
  number: { column: 'id_number', type: 'text', length: 18, of: (number: IdNumber): string => number },
  masked: { column: 'masked_id_number', type: 'text', length: 18, of: maskIdNumber },
  birthDate: { column: 'birth_date', type: 'date', length: undefined, of: birthDateOf },
  sex: { column: 'birth_sex', type: 'text', length: 6, of: sexOf },
} as const;

export type PersonFact = keyof typeof facts;

/** How the graph refers to a person, with the facts that the registry keeps. */
export type PersonReference<Fact extends PersonFact = never> = { readonly id: PersonId } & {
  readonly [F in Fact]: string;
};

/** A column that tells who a row is about. */
export interface PersonColumn<Fact extends PersonFact = never> extends Column<PersonReference<Fact>> {
  /** The table's column with the pseudonym. */
  readonly personId: string;
}

/**
 * An identity number. The table gets the pseudonym and the form of the number as given (`matched_by`), and
 * of the number itself only the facts named: a registry that needs no number holds none.
 */
export function person<const Fact extends PersonFact = never>(
  name: string,
  chinese: string,
  { keeps }: { readonly keeps: readonly Fact[] } = { keeps: [] },
): PersonColumn<Fact> {
  const expected = '18 characters with a GB 11643 check character, or the 15 digits of an old number';
  const personId = name.replace('id_number', 'person_id');
  const matchedBy = name.replace('id_number', 'matched_by');
  return {
    name,
    chinese,
    aliases: [],
    optional: false,
    expected,
    personId,
    stored: [
      storedColumn(personId, 'text', 32),
      storedColumn(matchedBy, 'text', 5),
      ...keeps.map((fact) => storedColumn(facts[fact].column, facts[fact].type, facts[fact].length)),
    ],
    store: (cell, { personKey }) => {
      isEmpty(cell, false, expected);
      const { number, matchedBy: form } = parseIdNumber(cell);
      return [personIdOf(number, personKey), form, ...keeps.map((fact) => facts[fact].of(number))];
    },
    output: (row) =>
      ({
        id: row[personId],
        ...Object.fromEntries(keeps.map((fact) => [fact, row[facts[fact].column]])),
      }) as PersonReference<Fact>,
  };
}

function storedColumn(name: string, type: StoredType, length?: number): StoredColumn {
  return { name, type, nullable: false, ...(length === undefined ? {} : { length }) };
}
