import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { buildASTSchema, parse, print, printSchema } from 'graphql';
import { unguardedFields } from './access/access-table';
import { withoutAccess } from './access/without-access';
import { departmentSdl, departmentsWithSchema, oversight, oversightSdl } from './department-sdl';
import { keepGenerated } from './generated-file';
import { manifestOf, manifestPath } from './operations';
import { unsizedLists } from './list-sizes';

/** The two generated contracts: what a gateway loads, and what clients see. */
export interface Composition {
  readonly supergraph: string;
  readonly api: string;
}

/** One subgraph's part in the composition. */
export interface SubgraphSource {
  readonly name: string;
  readonly sdl: string;
}

/**
 * Composes departments into one graph. Throws an error that lists every problem: composition errors, hints
 * (a hint is an inconsistency that clients would meet), fields that ask for no access at all and lists of objects
 * that may be of any length.
 */
export function compose(sources: readonly SubgraphSource[]): Composition {
  const result = composeServices(
    sources.map(({ name, sdl }) => ({
      name,
      // Where a department listens inside a deployment that names its hosts after departments.
      url: `http://${name}:4001/graphql`,
      typeDefs: parse(sdl),
    })),
  );
  if (result.errors) throw new Error(problems(result.errors.map((error) => error.message)));
  if (result.hints.length > 0) throw new Error(problems(result.hints.map((hint) => hint.message)));
  const supergraph = parse(result.supergraphSdl);
  const unguarded = unguardedFields(supergraph);
  if (unguarded.length > 0) {
    throw new Error(problems(unguarded.map((field) => `${field} needs @authenticated or @requiresScopes`)));
  }
  const unsized = unsizedLists(buildASTSchema(supergraph, { assumeValidSDL: true }));
  if (unsized.length > 0) throw new Error(problems(unsized.map((field) => `${field} needs @listSize`)));
  const api = Supergraph.build(print(withoutAccess(supergraph)))
    .apiSchema()
    .toGraphQLJSSchema();
  return { supergraph: `${result.supergraphSdl}\n`, api: `${printSchema(api)}\n` };
}

/** The composition of all departments in subgraphs/ and the gateway's own subgraph. */
export function composeAll(): Composition {
  return compose([
    ...departmentsWithSchema().map((name) => ({ name, sdl: departmentSdl(name) })),
    { name: oversight, sdl: oversightSdl() },
  ]);
}

function problems(messages: readonly string[]): string {
  return ['The departments do not compose:', ...messages.map((message) => `  ${message}`)].join('\n');
}

/** `npm run compose` writes the contracts and the manifest of published documents; with `--check` it fails where they are not what it would write. */
function main(check: boolean): void {
  const { supergraph, api } = composeAll();
  const files = [
    { path: 'schema/supergraph.graphql', text: supergraph },
    { path: 'schema/api.graphql', text: api },
    { path: manifestPath, text: `${JSON.stringify(manifestOf(api), null, 2)}\n` },
  ];
  keepGenerated(files, check, 'npm run compose');
}

if (require.main === module) {
  try {
    main(process.argv.includes('--check'));
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
