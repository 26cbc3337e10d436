import { holdsIdNumber, redactIdNumbers } from '../../schema/values/id-number';
import { isPersonId } from '../../schema/values/person-id';
import type { AccessEntry } from './access-entry';

/** No household number or pseudonym is longer; of what a client puts there, no more is worth keeping. */
const longestId = 40;

/** Whose data a request reads, gathered fetch by fetch. */
export class Touched {
  readonly #households = new Map<string, string | null>();
  /** Those of them of which an answer has no more than the number. */
  readonly #mentioned = new Set<string>();
  readonly #persons = new Set<string>();
  /** Household ids by registry and status. */
  readonly #statuses = new Map<string, Map<string, Set<string>>>();

  /** A household that was asked for; its division where an answer told it. */
  household(id: string, division: string | null = null): void {
    this.#households.set(id, division ?? this.#households.get(id) ?? null);
    this.#mentioned.delete(id);
  }

  /** A household that a row of a registry names, such as the roll on which a member stands elsewhere. */
  mentionedHousehold(id: string): void {
    if (this.#households.has(id)) return;
    this.#households.set(id, null);
    this.#mentioned.add(id);
  }

  /** A person of whom an answer told, or was to tell. */
  person(id: string): void {
    this.#persons.add(id);
  }

  /**
   * Whoever a client asked for as a person: it may have put anything there. A pseudonym stays whole, also where many
   * digits stand in a row by chance; else nobody would find the access by it.
   */
  askedPerson(id: string): void {
    this.#persons.add(isPersonId(id) && !holdsIdNumber(id) ? id : asClientsPutIt(id));
  }

  /** What a registry said of a household; its department's silence too. */
  registry(name: string, status: string, householdId: string): void {
    const byStatus = this.#statuses.get(name) ?? new Map<string, Set<string>>();
    this.#statuses.set(name, byStatus);
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(householdId));
    if (!this.#households.has(householdId)) this.household(householdId);
  }

  /** The households so far that were asked for or found. */
  get householdIds(): readonly string[] {
    return [...this.#households.keys()].filter((id) => !this.#mentioned.has(id));
  }

  get subjects(): Pick<AccessEntry, 'households' | 'persons' | 'registries'> {
    const indices = new Map([...this.#households.keys()].map((id, index) => [id, index] as const));
    return {
      households: [...this.#households].map(([id, division]) => ({
        id: division === null ? asClientsPutIt(id) : id,
        division,
      })),
      persons: [...this.#persons],
      registries: [...this.#statuses].map(([name, byStatus]) => ({
        name,
        statuses: [...byStatus].map(([status, ids]) => ({
          status,
          households: [...ids].flatMap((id) => indices.get(id) ?? []),
        })),
      })),
    };
  }
}

/** What a client put where an id belongs, fit to be kept: there may be an identity number in it. */
function asClientsPutIt(id: string): string {
  return redactIdNumbers(id.slice(0, longestId));
}
