import { redactIdNumbers } from '../../schema/values/id-number';
import type { AccessEntry } from './access-entry';

/** Whose data a request reads, gathered fetch by fetch. A client may put an identity number where an id belongs. */
export class Touched {
  readonly #households = new Map<string, string | null>();
  readonly #persons = new Set<string>();
  /** Household ids by registry and status. */
  readonly #statuses = new Map<string, Map<string, Set<string>>>();

  /** A household that was asked for; its division where the answer told it. */
  household(id: string, division: string | null = null): void {
    const shown = redactIdNumbers(id);
    this.#households.set(shown, division ?? this.#households.get(shown) ?? null);
  }

  person(id: string): void {
    this.#persons.add(redactIdNumbers(id));
  }

  /** What a registry said of a household; its department's silence too. */
  registry(name: string, status: string, householdId: string): void {
    const byStatus = this.#statuses.get(name) ?? new Map<string, Set<string>>();
    this.#statuses.set(name, byStatus);
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(householdId));
    if (!this.#households.has(householdId)) this.household(householdId);
  }

  /** The household ids so far. */
  get householdIds(): readonly string[] {
    return [...this.#households.keys()];
  }

  get subjects(): Pick<AccessEntry, 'households' | 'persons' | 'registries'> {
    const indices = new Map(this.householdIds.map((id, index) => [id, index] as const));
    return {
      households: [...this.#households].map(([id, division]) => ({ id, division })),
      persons: [...this.#persons],
      registries: [...this.#statuses].map(([name, byStatus]) => ({
        name,
        statuses: [...byStatus].map(([status, ids]) => ({
          status,
          households: [...ids].map((id) => indices.get(id) ?? 0),
        })),
      })),
    };
  }
}
