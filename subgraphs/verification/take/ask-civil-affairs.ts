import { catalogueError } from '../../../schema/wire/catalogue-error';
import { isErrorCode } from '../../../schema/wire/error-catalogue';
import type { Office } from '../office';
import { purposeOf } from '../process/purpose-of';
import type { Verification } from '../process/verification';

/**
 * Has civil affairs write, through the graph, and gives what it says that it keeps. Throws its own error of the catalogue, and REGISTRY_UNAVAILABLE where it did
 * not answer: then it is not known whether it wrote, and the client may send the step again.
 */
export async function askCivilAffairs(
  { graph }: Pick<Office, 'graph'>,
  { id, application: { kind } }: Verification,
  operation: 'KeepAuthorisations' | 'EndAuthorisation',
  variables: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const request = { operation, variables, purpose: purposeOf(kind), reason: `核对 ${id}` };
  const answer = await graph.ask(request).catch(() => null);
  if (!answer) throw catalogueError('REGISTRY_UNAVAILABLE');
  const [error] = answer.errors;
  if (!error) return answer.data ?? {};
  const code = error.extensions?.['code'];
  throw catalogueError(
    isErrorCode(code) && code !== 'DEPARTMENT_UNAVAILABLE' ? code : 'REGISTRY_UNAVAILABLE',
  );
}
