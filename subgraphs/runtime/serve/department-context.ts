import type { Logger } from 'pino';
import type { DepartmentCall } from '../../../schema/wire/caller';
import { lookUpLoader, type LookUp } from '../checks/look-up-loader';
import type { Statement } from '../checks/look-up-statement';
import type { Database } from '../database/open-database';
import type { Registry } from '../registry/registry';

/** What every operation of a process shares. */
export interface DepartmentEnvironment {
  readonly database: Database;
  /** Which key made the pseudonyms that this process asks by. */
  readonly fingerprint: string;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** What the resolvers of one operation share. Nothing in it outlives the operation. */
export class DepartmentContext {
  readonly now: Date;
  readonly database: Database;
  readonly fingerprint: string;
  /** When the operation has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly #environment: DepartmentEnvironment;
  #logger: Logger | undefined;
  readonly #made = new Map<unknown, unknown>();
  readonly #lookUps = new Map<string, LookUp>();

  constructor(
    environment: DepartmentEnvironment,
    readonly call: DepartmentCall,
  ) {
    this.#environment = environment;
    this.now = environment.clock();
    this.database = environment.database;
    this.fingerprint = environment.fingerprint;
    this.deadline = Date.now() + call.budgetMs;
  }

  /** Made where there is something to say: most operations say nothing. */
  get logger(): Logger {
    return (this.#logger ??= this.#environment.logger.child({ correlationId: correlationIdOf(this.call) }));
  }

  /** What `make` makes, made once an operation: loaders above all. */
  once<T>(make: (context: DepartmentContext) => T): T {
    if (!this.#made.has(make)) this.#made.set(make, make(this));
    return this.#made.get(make) as T;
  }

  /** Seeks rows of a registry by the pseudonyms of persons, or by another column; those that meet `only`, if given. */
  lookUp(registry: Registry, column?: string, only?: Statement): LookUp {
    const name = JSON.stringify([registry.name, column, only]);
    const known = this.#lookUps.get(name);
    if (known) return known;
    const by = column
      ? [{ column, name: column }]
      : registry.persons.map((person) => ({ column: person.personId, name: person.name }));
    const loader = lookUpLoader(registry, by, this, only);
    this.#lookUps.set(name, loader);
    return loader;
  }
}

/** The id of the request that is answered, or the ids of all of them. */
function correlationIdOf({ callers }: DepartmentCall): string | readonly string[] | undefined {
  const [id, ...others] = new Set(callers.map(({ correlationId }) => correlationId));
  return others.length === 0 ? id : [id as string, ...others];
}
