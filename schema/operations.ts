import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, Kind, parse, print, validate, type DocumentNode } from 'graphql';
import { packageRoot } from './package-root';

/** Where the published documents are; `manifest.json` beside them is made from them. */
export const operationsFolder = 'schema/operations';

/** The manifest's path. */
export const manifestPath = `${operationsFolder}/manifest.json`;

/** One published document. */
export interface PublishedOperation {
  /** SHA-256 of the body in hexadecimal digits: what a client sends in its place. */
  readonly id: string;
  readonly name: string;
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly body: string;
}

/** The published documents in Apollo's form of a persisted-query manifest. */
export interface OperationManifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  readonly operations: readonly PublishedOperation[];
}

/** The id of a document, by its text. */
export function operationId(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/**
 * The manifest of all documents in the folder, by name. Throws where one does not fit the API schema, holds other
 * than one named operation, or is called otherwise than its file.
 */
export function manifestOf(api: string): OperationManifest {
  const schema = buildSchema(api);
  const folder = join(packageRoot, operationsFolder);
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  const operations = files.sort().map((file) => {
    const document = parse(readFileSync(join(folder, file), 'utf8'));
    const problems = validate(schema, document).map(({ message }) => message);
    if (problems.length > 0) throw new Error([`${operationsFolder}/${file}:`, ...problems].join('\n  '));
    return published(file.replace(/\.graphql$/, ''), document);
  });
  return { format: 'apollo-persisted-query-manifest', version: 1, operations };
}

/** The manifest that is in the repository. */
export function readManifest(): OperationManifest {
  return JSON.parse(readFileSync(join(packageRoot, manifestPath), 'utf8')) as OperationManifest;
}

/** The published document of a name. Throws where there is none: whoever asks by name is told of a mistake of its own. */
export function namedOperation({ operations }: OperationManifest, name: string): PublishedOperation {
  const operation = operations.find((one) => one.name === name);
  if (!operation) throw new Error(`${operationsFolder} has no document ${name}`);
  return operation;
}

function published(name: string, document: DocumentNode): PublishedOperation {
  const operations = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (operations.length !== 1 || operation?.name?.value !== name) {
    throw new Error(`${operationsFolder}/${name}.graphql has to hold one operation, called ${name}`);
  }
  const body = print(document);
  return { id: operationId(body), name, type: operation.operation, body };
}
