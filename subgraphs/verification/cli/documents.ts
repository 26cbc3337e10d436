import { departmentSdl, departmentsWithSchema } from '../../../schema/department-sdl';
import { keepGenerated } from '../../../schema/generated-file';
import { operationsFolder } from '../../../schema/operations';
import { facts } from '../../eligibility/engine/facts/facts';
import { stepsDocument } from '../docs/steps-document';
import { documentOf, tierDocument } from '../facts/tier-document';

/**
 * `npm run documents` writes the published documents by which the registries are asked, from the facts that the rules
 * read and the departments' SDL, and STEPS.md from the table of steps; with `--check` it fails where they are stale.
 */
const sources = { facts: facts.selection, sdls: departmentsWithSchema().map(departmentSdl) };
try {
  keepGenerated(
    [
      ...(['MUNICIPAL', 'DISTRICT'] as const).map((tier) => ({
        path: `${operationsFolder}/${documentOf[tier]}.graphql`,
        text: tierDocument(tier, sources),
      })),
      { path: 'subgraphs/verification/STEPS.md', text: stepsDocument() },
    ],
    process.argv.includes('--check'),
    'npm run documents',
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
