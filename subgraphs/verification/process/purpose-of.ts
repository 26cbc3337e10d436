import type { Purpose } from '../../../schema/access/purposes';
import type { Kind } from './event';

/** For what a verification asks the registries. */
export function purposeOf(kind: Kind): Purpose {
  return kind === 'RECHECK' ? 'RECHECK' : 'APPLICATION_REVIEW';
}
