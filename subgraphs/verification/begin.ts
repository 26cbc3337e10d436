import { randomBytes } from 'node:crypto';
import { reportSigningKey } from '../../schema/config/keys';
import { RefusedStart } from '../../schema/config/refused-start';
import { PolicyFileError } from '../eligibility/policies/policy-problems';
import { publishedPolicies } from '../eligibility/policies/published-policies';
import type { Work, Workplace } from '../runtime/define-subgraph';
import { loadClocks, type Clocks } from './clocks/load-clocks';
import type { Office } from './office';
import { resolvers } from './resolvers';
import { openWorker } from './running/open-worker';
import type { Worker } from './running/worker';
import { records } from './store/records';
import { recordsToRun } from './take/records-to-run';

/** Opens the check centre: it answers, and asks registries about whatever is due. */
export async function begin(place: Workplace): Promise<Work> {
  const { config, database, graph, clock } = place;
  const working: { worker?: Worker } = {};
  const office: Office = {
    ...records(database),
    ...{ graph, clock },
    policies: publishedPolicies(config),
    clocks: publishedClocks(),
    signer: reportSigningKey(config),
    random: randomBytes,
    wake: () => working.worker?.wake(),
  };
  const worker = await openWorker(place, recordsToRun(office));
  working.worker = worker;
  return {
    resolvers: resolvers(office),
    wake: () => worker.wake(),
    idle: () => worker.idle(),
    close: () => worker.close(),
  };
}

/** Throws a RefusedStart where a file of times does not hold. */
function publishedClocks(): Clocks {
  try {
    return loadClocks();
  } catch (error) {
    if (error instanceof PolicyFileError) throw new RefusedStart(error.message);
    throw error;
  }
}
