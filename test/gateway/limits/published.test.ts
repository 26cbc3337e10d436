import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { operationsFolder } from '../../../schema/operations';
import { packageRoot } from '../../../schema/package-root';
import { expectTaken, everyRole } from './limits-under-test';

const folder = join(packageRoot, operationsFolder);
const published = readdirSync(folder).filter((file) => file.endsWith('.graphql'));

/** The most that the documents are made for. */
const variables = {
  id: 'YB-2018-0001',
  ids: Array.from({ length: 200 }, (_, at) => `YB-2018-${at}`),
  filter: {},
  first: 100,
};

describe.each(published)('The published %s', (file) => {
  const query = readFileSync(join(folder, file), 'utf8');

  it('may be asked by the assistance system as large as it goes', () => {
    expectTaken(query, { role: 'assistance', variables });
  });

  it.each(everyRole)('may be asked by the role %s', (role) => {
    expectTaken(query, { role, variables: { ...variables, ids: variables.ids.slice(0, 10), first: 20 } });
  });
});
