import type { Row } from '../runtime/registry/stored-column';
import { authorisations } from './registries/authorisations';

/** An authorisation as the graph gives it. */
export type Authorisation = ReturnType<typeof authorisationOf>;

export function authorisationOf(row: Row) {
  const { authorisationNumber: number, ...authorisation } = authorisations.record(row);
  return { ...authorisation, number };
}
