import type { Operation } from '@apollo/federation-internals';
import { Kind, visit, type DocumentNode } from 'graphql';

/** The variables by which an operation includes and skips fields, with their values in a request. */
export type Flags = ReadonlyMap<string, boolean>;

/** Reads the flags of a request; null where one of them is no Boolean, which has to become an error. */
export type ReadFlags = (variables: Readonly<Record<string, unknown>>) => Flags | null;

export function flagsOf(document: DocumentNode, operation: Operation): ReadFlags {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'include' && name.value !== 'skip') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  const defaults = operation.collectDefaultedVariableValues() as Readonly<Record<string, unknown>>;
  return (variables) => {
    const flags = new Map<string, boolean>();
    for (const name of names) {
      const value = Object.hasOwn(variables, name) ? variables[name] : defaults[name];
      if (typeof value !== 'boolean') return null;
      flags.set(name, value);
    }
    return flags;
  };
}
