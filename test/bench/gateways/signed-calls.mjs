import { built } from './built.mjs';

const { callerHeader, signCall } = built('schema/wire/caller');
const { signingKey } = built('schema/config/keys');
const { readConfig } = built('schema/config/read-config');

export { callerHeader };

const callers = [{ subject: 'bench', role: 'assistance', correlationId: 'bench' }];

/**
 * Signs calls as a gateway of this deployment does. A body says itself which households it is about; so do the names of
 * another gateway's variables, whatever they are.
 */
export function callSigner(env) {
  const signer = signingKey(readConfig(env, []));
  return (department, body, variables, path = '/graphql') =>
    signCall(
      { callers, purpose: 'RECHECK', cases: casesOf(variables), budgetMs: 600_000 },
      { department, method: 'POST', path, body },
      signer,
      new Date(),
    );
}

/** The households that a fetch names. */
function casesOf(variables = {}) {
  const numbers = new Set();
  for (const value of Object.values(variables)) {
    if (typeof value === 'string') numbers.add(value);
    if (!Array.isArray(value)) continue;
    for (const { __typename, id, householdId } of value) {
      if (typeof householdId === 'string') numbers.add(householdId);
      else if (__typename === 'Household') numbers.add(id);
    }
  }
  return [...numbers];
}
