import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildSchema, parse, print, type ExecutionResult } from 'graphql';
import { request } from 'undici';
import { readSupergraph } from '../../gateway/supergraph';
import { packageRoot } from '../../schema/package-root';
import type { SigningKey } from '../../schema/wire/caller';
import { signedCall } from './signed-call';

/** An answer of a department, as it may be damaged on its way. */
export type Damage = (answer: ExecutionResult) => ExecutionResult;

export interface HiveOptions {
  /** Where each department answers. */
  readonly urls: ReadonlyMap<string, string>;
  readonly signer: SigningKey;
  /** What becomes of a department's answers, by department. */
  readonly damages: ReadonlyMap<string, Damage>;
}

/** Asks Hive Gateway. */
export type Hive = (query: string) => Promise<ExecutionResult>;

/**
 * Hive Gateway's planner and executor, without a server, over the supergraph and over departments behind HTTP, whom
 * it asks by signed calls. It completes no answer and stands in for nobody. The supergraph comes without its scopes,
 * as to our own planner: with them, Hive takes ten seconds more to read it.
 */
export async function openHive({ urls, signer, damages }: HiveOptions): Promise<Hive> {
  const sdl = readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8');
  const { plannerSdl } = readSupergraph(sdl);
  const ask = async (name: string, body: string, cases: readonly string[]): Promise<ExecutionResult> => {
    const { headers } = await signedCall(body, { signer, department: name, cases });
    const { body: answered } = await request(urls.get(name) ?? '', { method: 'POST', headers, body });
    const answer = (await answered.json()) as ExecutionResult;
    return damages.get(name)?.(answer) ?? answer;
  };
  const { executor } = await unifiedGraphHandler({
    unifiedGraph: buildSchema(plannerSdl, { assumeValidSDL: true }),
    getUnifiedGraphSDL: () => plannerSdl,
    // A failed exchange is an error of the answer, as every HTTP executor has it.
    onSubgraphExecute: async (name, { document, variables }) =>
      ask(
        name,
        JSON.stringify({ query: print(document), variables: variables as unknown }),
        casesOf(variables),
      ).catch((error: unknown) => ({ errors: [error as never] })),
  });
  return async (query) => {
    const answer: unknown = await executor?.({ document: parse(query), variables: {} });
    return JSON.parse(JSON.stringify(answer)) as ExecutionResult;
  };
}

/** The households that a fetch names; Hive has several lists of entities in one operation, under names of its own. */
function casesOf(variables: unknown): readonly string[] {
  const entities = Object.values(variables ?? {}).flat() as readonly Readonly<Record<string, unknown>>[];
  const numbers = entities.flatMap(({ __typename, id, householdId }) =>
    typeof householdId === 'string' ? [householdId] : __typename === 'Household' ? [String(id)] : [],
  );
  return [...new Set(numbers)];
}
