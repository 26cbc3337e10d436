import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import type { Role } from '../../../gateway/access/roles';
import { limitsOf } from '../../../gateway/limits/limits';
import { problemFinder } from '../../../gateway/limits/problem-of';
import { withScalars } from '../../../gateway/with-scalars';
import { packageRoot } from '../../../schema/package-root';
import type { ErrorCode } from '../../../schema/wire/error-catalogue';

/** The supergraph's schema with its list sizes, as the gateway reads it. */
export const supergraphSchema = withScalars(
  buildSchema(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'), { assumeValidSDL: true }),
);

export const problemOf = problemFinder(supergraphSchema);

export const everyRole = Object.keys(limitsOf) as Role[];

export interface Asked {
  readonly role?: Role;
  readonly variables?: unknown;
  readonly operationName?: string;
}

const codeOf = (query: string, { role = 'caseworker', ...asked }: Asked) =>
  problemOf({ query, variables: undefined, ...asked }, role)?.code ?? null;

/** The question is within the role's limits. */
export function expectTaken(query: string, asked: Asked = {}): void {
  expect(codeOf(query, asked)).toBeNull();
}

/** The question is refused with this code. */
export function expectRefused(code: ErrorCode, query: string, asked: Asked = {}): void {
  expect(codeOf(query, asked)).toBe(code);
}

/** The same text so many times, with its place in it. */
export function times(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

/** How long work takes, in milliseconds. */
export function millisecondsOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
