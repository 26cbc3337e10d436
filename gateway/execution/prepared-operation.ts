import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { CompiledOperation } from './compile-operation';
import type { PageOperation } from './slices';

/** An operation with its plan. */
export interface PreparedOperation {
  /** The operation alone with the fragments beside it. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly plan: QueryPlan;
  /** Null where Apollo's executor has to execute the plan. */
  readonly compiled: CompiledOperation | null;
  /** Null where it is no page of households. */
  readonly page: PageOperation | null;
  /** How much it weighs in a store of such, in characters. */
  readonly size: number;
}
