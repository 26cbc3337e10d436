import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root';

/** What the SDL of every subgraph begins with. */
export const commonSdl = read('schema/common.graphql');

/** The SDL that a department serves: the common part, then its own `schema.graphql`. */
export function departmentSdl(name: string): string {
  return `${commonSdl}\n${read(`subgraphs/${name}/schema.graphql`)}`;
}

/** The name of the small subgraph that the gateway itself resolves. */
export const oversight = 'oversight';

/** Its SDL. */
export function oversightSdl(): string {
  return `${commonSdl}\n${read(`gateway/${oversight}/schema.graphql`)}`;
}

/** Every folder of subgraphs/ that has a schema, in alphabetical order. */
export function departmentsWithSchema(): string[] {
  const folder = join(packageRoot, 'subgraphs');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'schema.graphql')))
    .sort();
}

function read(path: string): string {
  return readFileSync(join(packageRoot, path), 'utf8');
}
