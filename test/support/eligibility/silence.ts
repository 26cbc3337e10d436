import type { RawCheck, RawHousehold, RawRow } from './random-household';

/** A registry's answer for one person. */
export interface AnswerFor {
  readonly registry: string;
  readonly person: string;
}

export type Silence =
  'UNAVAILABLE' | 'UNAUTHORISED' | 'IDENTITY_CONFLICT' | 'NOT_COVERED' | 'STALE' | 'missing';

/** The household as it would be told if these answers had not been given. */
export function silenced(
  household: RawHousehold,
  answers: readonly AnswerFor[],
  silence: Silence,
): RawHousehold {
  const change = (registry: string, check: RawCheck): RawCheck => {
    const people = new Set(
      answers.filter((answer) => answer.registry === registry).map(({ person }) => person),
    );
    return people.size === 0 ? check : silencedCheck(check, people, silence);
  };
  const changed = mapChecks(household, change);
  // Civil affairs knows of a party's death from the same registry.
  return answers.some(({ registry }) => registry === 'deaths') ? withoutDeceasedParties(changed) : changed;
}

/** Every registry that a household was told of. */
export function registriesIn({ assets, registrations }: RawHousehold): readonly string[] {
  return [...Object.keys(assets), ...Object.keys(registrations)];
}

export function mapChecks(
  household: RawHousehold,
  change: (registry: string, check: RawCheck) => RawCheck,
): RawHousehold {
  const all = (checks: Readonly<Record<string, RawCheck>>) =>
    Object.fromEntries(Object.entries(checks).map(([name, check]) => [name, change(name, check)]));
  return { ...household, assets: all(household.assets), registrations: all(household.registrations) };
}

/** Every row of a check, of whichever list, kept or not. */
export function keepRows(check: RawCheck, isKept: (row: RawRow) => boolean): RawCheck {
  return {
    ...check,
    records: check.records.filter(isKept),
    ...(check.benefits ? { benefits: check.benefits.filter(isKept) } : {}),
  };
}

function silencedCheck(check: RawCheck, people: ReadonlySet<string>, silence: Silence): RawCheck {
  const isSilent = ({ person }: RawCheck['subjects'][number]) => people.has(person.id);
  const subjects =
    silence === 'missing'
      ? check.subjects.filter((subject) => !isSilent(subject))
      : check.subjects.map((subject) => (isSilent(subject) ? { ...subject, status: silence } : subject));
  const told = { ...check, subjects };
  // The rows of stale data are shown; of all others nothing is.
  return silence === 'STALE' ? told : keepRows(told, (row) => !holdersOf(row).every((id) => people.has(id)));
}

/** The people of the household whose row it is. */
function holdersOf(row: RawRow): readonly string[] {
  const ids = [...JSON.stringify(row).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id as string);
  return [...new Set(ids)];
}

function withoutDeceasedParties(household: RawHousehold): RawHousehold {
  return mapChecks(household, (registry, check) =>
    registry === 'marriages'
      ? {
          ...check,
          records: check.records.map(
            (row) =>
              JSON.parse(JSON.stringify(row).replaceAll('"deceased":true', '"deceased":false')) as RawRow,
          ),
        }
      : check,
  );
}
