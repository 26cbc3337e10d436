import { keepGenerated } from '../../../schema/generated-file';
import { rulesDocument } from '../docs/rules-table';
import { loadPolicies } from '../policies/load-policies';
import { ownSdl } from '../sdl/own-sdl';

/** `npm run rules` writes what follows from the rules and the facts they read; with `--check` it fails where it is stale. */
try {
  keepGenerated(
    [
      { path: 'subgraphs/eligibility/schema.graphql', text: ownSdl() },
      { path: 'subgraphs/eligibility/RULES.md', text: rulesDocument(loadPolicies()) },
    ],
    process.argv.includes('--check'),
    'npm run rules',
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
