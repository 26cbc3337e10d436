import { GraphQLError, type ValidationRule } from 'graphql';
import { addedPrefix } from './departments/asking-whom';
import type { ReservedNames } from './reserved-names';

/**
 * Refuses an alias by which a client would put another value where a plan looks for a key or a required field:
 * `subjects: householdId`. Planning it would fail without telling why, or one value would pass for the other. The
 * same goes for the names under which the gateway asks whom an answer is about.
 */
export function reservedAliases(reserved: ReservedNames): ValidationRule {
  return (context) => ({
    Field: (node) => {
      const alias = node.alias?.value;
      if (alias === undefined || alias === node.name.value) return;
      const type = context.getParentType()?.name ?? '';
      const isAdded = alias.startsWith(addedPrefix);
      if (alias === '__typename' || isAdded || reserved.get(type)?.has(alias)) {
        context.reportError(
          new GraphQLError(`The alias "${alias}" is reserved on "${type}": choose another.`, { nodes: node }),
        );
      }
    },
  });
}
