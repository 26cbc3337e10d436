import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonSdl, departmentSdl, departmentsWithSchema } from '../../../schema/department-sdl';
import { packageRoot } from '../../../schema/package-root';
import { facts } from '../engine/facts/facts';
import { eligibilitySdl } from './eligibility-sdl';

/** What `schema.graphql` of this department has to be, from its sources as they are. */
export function ownSdl(): string {
  const folder = 'subgraphs/eligibility';
  return eligibilitySdl({
    own: readFileSync(join(packageRoot, folder, 'assessment.graphql'), 'utf8'),
    common: commonSdl,
    others: departmentsWithSchema()
      .filter((name) => name !== 'eligibility')
      .map((name) => departmentSdl(name)),
    facts: facts.selection,
  });
}
