import type { Operation } from '@apollo/federation-internals';
import type { Places } from './places';
import type { PlannedGraph } from './planned-graph';
import type { Running } from './running';

/** A part of a plan: it adds what departments answer to the data of a request, and their errors to its errors. */
export type Step = (running: Running) => Promise<void>;

/** What a plan is compiled for. */
export interface CompileContext {
  readonly graph: PlannedGraph;
  readonly operation: Operation;
  readonly places: Places;
}
