import { setImmediate as turn } from 'node:timers/promises';
import { parse, validate } from 'graphql';
import { unguardedFields } from '../../schema/access/access-table';
import { oversight } from '../../schema/department-sdl';
import type { OperationManifest } from '../../schema/operations';
import { createGateway, type GatewayOptions } from '../create-gateway';
import { publishedAnswers } from '../published/published-answers';
import type { WaveSettings } from '../published/waves';
import { problemFinder } from '../limits/problem-of';
import { laneFinder } from '../overload/lane-finder';
import { supergraphInSteps, type Supergraph } from '../supergraph';
import type { ServedSupergraph } from './served-supergraph';
import { SupergraphRefused, type SupergraphRefusal } from './supergraph-refused';

export interface ServeOptions extends Omit<GatewayOptions, 'supergraph'> {
  /** The published documents: they have to fit whatever is served. */
  readonly documents: OperationManifest;
  readonly waves: WaveSettings;
}

/**
 * Reads a supergraph and makes all that follows from it, ready to be asked. Throws a SupergraphRefused where it is not
 * whole, has a department for which nobody answers, leaves a field to everybody, or does not fit the published
 * documents. Meanwhile others are served: in between, the process does what else there is to do.
 */
export async function serveSupergraph(
  sdl: string,
  { documents, waves, ...options }: ServeOptions,
): Promise<ServedSupergraph> {
  const supergraph = await refusedWith('NOT_A_SUPERGRAPH', () => inTurns(supergraphInSteps(sdl)));
  for (const name of supergraph.departments.keys()) {
    if (name !== oversight && !options.departments.has(name)) throw new SupergraphRefused('NOBODY_ANSWERS');
  }
  if (unguardedFields(supergraph.document).length > 0) throw new SupergraphRefused('ACCESS_INCOMPLETE');
  await requireFit(supergraph, documents);
  const { server, execution, course } = await refusedWith('NOT_PLANNED', () =>
    createGateway({ ...options, supergraph }),
  );
  // Nobody waits for a plan of a published document; on a development machine, nobody waits for all of them either.
  if (!options.development) await execution.warm(documents.operations.map(({ body }) => body));
  return {
    server,
    execution,
    answerPublished: publishedAnswers({ documents, execution, course, waves }),
    problemOf: problemFinder(supergraph.schema),
    laneOf: laneFinder(supergraph.schema),
  };
}

async function requireFit({ schema }: Supergraph, { operations }: OperationManifest): Promise<void> {
  for (const { body } of operations) {
    if (validate(schema, parse(body)).length > 0) throw new SupergraphRefused('DOCUMENT_DOES_NOT_FIT');
    await turn();
  }
}

async function inTurns<T>(steps: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await turn();
  }
}

/** Libraries quote what they do not take: their errors are for whoever debugs, and stand in no log. */
async function refusedWith<T>(code: SupergraphRefusal, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new SupergraphRefused(code, { cause });
  }
}
