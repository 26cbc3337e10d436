import type { GraphQLFormattedError } from 'graphql';
import type { DepartmentCall } from './caller';
import type { RegistryState } from './registry-state';

/** An operation as a gateway sends it to a department. */
export interface DepartmentRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** What a department answers. An error is a code of the catalogue and the place, with no text of its own. */
export interface DepartmentAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** A department as a gateway sees it, in the same process or behind HTTP. */
export interface Department {
  execute(request: DepartmentRequest, call: DepartmentCall, signal?: AbortSignal): Promise<DepartmentAnswer>;
  /** How each of its registries stands. Rejects where that cannot be told. */
  status(call: DepartmentCall, signal?: AbortSignal): Promise<readonly RegistryState[]>;
}
