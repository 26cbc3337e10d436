import { assets } from './assets';
import {
  day,
  FactError,
  list,
  measure,
  object,
  oneOf,
  optional,
  orNothing,
  reference,
  text,
  yuan,
  type Field,
  type ValueOf,
} from './field';
import { program } from './program';
import { registrations } from './registrations';

export { programs, type Program } from './program';

/**
 * THE selection of facts: every fact that a rule reads, and no other. The graph is asked for just these (the
 * `@requires` of `Household.eligibility` is printed from here), and they are read in this form.
 */

const declaredIncome = orNothing(
  object({
    wages: optional(yuan),
    business: optional(yuan),
    property: optional(yuan),
    transfer: optional(yuan),
  }),
);

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

/** One household's facts, as the graph gives them. */
export const facts = object({
  residence: oneOf('URBAN', 'RURAL'),
  application: object({
    program,
    appliedOn: day,
    declaredRigidSpending: optional(yuan),
    declaredFinancialAssets: optional(yuan),
  }),
  members: someOf(object({ ...relative, residenceDivision: optional(text) })),
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

/** A household without members would have nothing that fails: it is no household. */
function someOf<T>(member: Field<T>): Field<readonly T[]> {
  const members = list(member);
  return {
    selection: members.selection,
    read: (value) => {
      const read = members.read(value);
      if (read.length === 0) throw new FactError('a list of at least one');
      return read;
    },
  };
}
