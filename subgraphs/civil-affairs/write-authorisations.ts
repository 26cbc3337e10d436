import { GraphQLError } from 'graphql';
import { catalogueError } from '../../schema/wire/catalogue-error';
import { within } from '../../schema/wire/within';
import type { Database, Session } from '../runtime/database/open-database';
import { inTurn } from '../runtime/import/in-turn';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { authorisations } from './registries/authorisations';

/** How long one who writes waits for an import, in seconds: nobody waits longer for an answer. */
const patience = 5;

/** Where SQLite's one connection is to be had next: what two did on it at once would be one transaction. */
const turns = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs `work` in one transaction of the registry of authorisations, while nobody else writes into this database. It
 * rejects with REGISTRY_UNAVAILABLE where the registry was never filled or cannot be written in time.
 */
export async function writeAuthorisations<T>(
  { database, deadline, fingerprint, logger }: DepartmentContext,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const writing = (): Promise<T> =>
    database.session((session) =>
      inTurn(
        session,
        database.dialect,
        async () => {
          await requireFilled(session, fingerprint);
          return work(session);
        },
        patience,
      ),
    );
  try {
    return await within(deadline, database.dialect === 'sqlite' ? inItsTurn(database, writing) : writing());
  } catch (error) {
    if (error instanceof GraphQLError) throw error;
    const reason = (error as { code?: string }).code ?? (error as Error).name;
    logger.error({ registry: authorisations.name, reason }, 'registry cannot be written');
    throw catalogueError('REGISTRY_UNAVAILABLE');
  }
}

function inItsTurn<T>(database: Database, writing: () => Promise<T>): Promise<T> {
  const turn = (turns.get(database) ?? Promise.resolve()).then(writing);
  turns.set(
    database,
    turn.catch(() => undefined),
  );
  return turn;
}

/** One that nobody filled, or that another PERSON_KEY filled, cannot tell whose authorisation a row is. */
async function requireFilled(session: Session, fingerprint: string): Promise<void> {
  const [state] = await session.run('SELECT person_key FROM registry_state WHERE registry = ?', [
    authorisations.name,
  ]);
  if (state?.['person_key'] !== fingerprint) throw catalogueError('REGISTRY_UNAVAILABLE');
}
