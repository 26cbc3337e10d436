import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { packageRoot } from '../../schema/package-root';

/** All that clients see of the graph. */
export const apiSchema = buildSchema(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8'));
