import type { GraphQLFormattedError } from 'graphql';
import type { Purpose } from '../access/purposes';

/** A question of a department that asks the whole graph, as any other client: by a published document. */
export interface GraphRequest {
  /** The published document's name, such as VerificationMunicipal. */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly purpose: Purpose;
  /** Why, for the access ledger. */
  readonly reason: string;
}

/** What the graph answered: data may stand beside errors, each with its code of the catalogue. */
export interface GraphAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/** The way to the graph of a department that works by itself, under an identity of its own: role `verification`. */
export interface GraphClient {
  /** Rejects where the graph could not be reached or did not answer in time. */
  ask(request: GraphRequest): Promise<GraphAnswer>;
}
