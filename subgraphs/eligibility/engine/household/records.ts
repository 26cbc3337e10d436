import type { Evidence } from '../assessment';
import type { CheckStatus } from '../../../../schema/values/check-status';
import { registryNames, type Benefit, type Facts, type RecordOf, type RegistryName } from '../facts/facts';

/** Whose a row is. */
const holders: { readonly [R in RegistryName]: (record: RecordOf<R>) => readonly (string | null)[] } = {
  vehicles: ({ owner }) => [owner],
  realEstate: ({ owner }) => [owner],
  providentFund: ({ person }) => [person],
  presaleContracts: ({ buyer }) => [buyer],
  marriages: ({ parties }) => [...new Set(parties.map(({ person }) => person))],
  deaths: ({ person }) => [person],
  assistanceRolls: ({ person }) => [person],
  residents: ({ person }) => [person],
  businesses: ({ person }) => [person],
  socialInsurance: ({ person }) => [person],
  taxes: ({ person }) => [person],
  enrolments: ({ person }) => [person],
  publicRentals: ({ tenant }) => [tenant],
  housingWorks: ({ person }) => [person],
};

/** What the registries answered, by person. Rows come in the order of their numbers, however they arrived. */
export class Records {
  readonly #checks: Facts['assets'] & Facts['registrations'];
  readonly #held = new Map<RegistryName, ReadonlyMap<string, readonly unknown[]>>();

  constructor({ assets, registrations }: Pick<Facts, 'assets' | 'registrations'>) {
    this.#checks = { ...assets, ...registrations };
    for (const registry of registryNames) {
      const { records } = this.#checks[registry];
      if (records.length > 0) {
        this.#held.set(registry, byHolder<{ recordId: string }>(records, holdersIn(registry)));
      }
    }
  }

  /** How a registry answered for a person; one whom it does not list was not answered for. */
  status(registry: RegistryName, person: string): CheckStatus {
    return this.#checks[registry].statuses.get(person) ?? 'UNAVAILABLE';
  }

  /** Only these two are answers (RULES.md, principle 2). */
  isAnswered(registry: RegistryName, person: string): boolean {
    const status = this.status(registry, person);
    return status === 'FOUND' || status === 'NO_RECORD';
  }

  /** A person's rows, those of a stale registry too. */
  of<R extends RegistryName>(registry: R, person: string): readonly RecordOf<R>[] {
    return (this.#held.get(registry)?.get(person) ?? []) as readonly RecordOf<R>[];
  }

  benefitsOf(person: string): readonly Benefit[] {
    return this.#checks.socialInsurance.benefits
      .filter((benefit) => benefit.person === person)
      .sort(byNumber);
  }

  /** The rows as a finding cites them. */
  cite(registry: RegistryName, records: readonly { readonly recordId: string }[]): readonly Evidence[] {
    const { asOf } = this.#checks[registry];
    return records.map(({ recordId }) => ({ registry, recordId, asOf }));
  }
}

function holdersIn(registry: RegistryName): (record: never) => readonly (string | null)[] {
  return holders[registry];
}

function byHolder<T extends { readonly recordId: string }>(
  records: readonly T[],
  holdersOf: (record: never) => readonly (string | null)[],
): ReadonlyMap<string, readonly T[]> {
  const held = new Map<string, T[]>();
  for (const record of [...records].sort(byNumber)) {
    for (const person of holdersOf(record as never)) {
      if (person === null) continue;
      const known = held.get(person);
      if (known) known.push(record);
      else held.set(person, [record]);
    }
  }
  return held;
}

function byNumber(one: { readonly recordId: string }, other: { readonly recordId: string }): number {
  return one.recordId < other.recordId ? -1 : Number(one.recordId > other.recordId);
}
