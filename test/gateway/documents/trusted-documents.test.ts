import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { isRefused } from '../../../gateway/access/field-access';
import { operationFields } from '../../../gateway/access/operation-fields';
import { roles, type Role } from '../../../gateway/access/roles';
import { documentsById, trustedDocumentsOnly } from '../../../gateway/documents/documents-gate';
import { trustedDocuments } from '../../../gateway/documents/trusted-documents';
import { problemFinder } from '../../../gateway/limits/problem-of';
import { readSupergraph } from '../../../gateway/supergraph';
import { operationId, operationsFolder, readManifest } from '../../../schema/operations';
import { packageRoot } from '../../../schema/package-root';
import { openGatedApp, type GatedApp } from '../../support/gated-app';

const manifest = readManifest();
const documents = trustedDocuments(manifest);
const summary = manifest.operations.find(({ name }) => name === 'HouseholdSummary')!;
const apps = (Object.keys(roles) as Role[]).filter((role) => role !== 'auditor');
const persisted = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
});

describe('The manifest of published documents', () => {
  it('has every document of the folder, by its SHA-256', () => {
    const names = readdirSync(join(packageRoot, operationsFolder)).filter((name) =>
      name.endsWith('.graphql'),
    );
    expect(manifest.operations.map(({ name }) => `${name}.graphql`)).toEqual(names.sort());
    for (const { id, body } of manifest.operations) expect(id).toBe(operationId(body));
  });

  it('knows a document however it is laid out, and no other', () => {
    const text = readFileSync(join(packageRoot, operationsFolder, 'HouseholdSummary.graphql'), 'utf8');
    expect(documents.isPublished(text)).toBe(true);
    expect(documents.isPublished(summary.body.replace(/\s+/g, ' '))).toBe(true);
    expect(documents.isPublished(summary.body.replace('address', 'address id'))).toBe(false);
    for (const other of ['', '{', '{ __typename }']) expect(documents.isPublished(other)).toBe(false);
  });
});

describe('In production', () => {
  let app: GatedApp;
  beforeAll(async () => {
    app = await openGatedApp([
      documentsById(documents),
      trustedDocumentsOnly(documents, (role) => role === 'auditor'),
    ]);
  });
  afterAll(() => app.close());

  it.each(apps)('%s asks by the id of a published document', async (role) => {
    expect(await app.post({ extensions: persisted(summary.id) }, role)).toEqual({ query: summary.body });
    expect(await app.get({ extensions: JSON.stringify(persisted(summary.id)) }, role)).toMatchObject({
      query: summary.body,
    });
  });

  it.each(apps)('%s asks by its text, whatever its layout', async (role) => {
    const query = summary.body.replace(/\s+/g, ' ');
    expect(await app.post({ query }, role)).toEqual({ query });
    expect(await app.post({ query: summary.body, extensions: persisted(summary.id) }, role)).toEqual({
      query: summary.body,
    });
  });

  it.each(apps)('%s asks by no other document', async (role) => {
    for (const query of [
      '{ __typename }',
      '{ __schema { types { name } } }',
      summary.body.replace('id', 'x: id'),
    ]) {
      expect(await app.post({ query }, role)).toBe('400 DOCUMENT_NOT_TRUSTED');
      expect(await app.get({ query }, role)).toBe('400 DOCUMENT_NOT_TRUSTED');
    }
  });

  it('an auditor asks whatever there is to ask', async () => {
    expect(await app.post({ query: '{ __typename }' }, 'auditor')).toEqual({ query: '{ __typename }' });
  });

  it.each<[string, unknown, string]>([
    ['that nobody published', persisted('0'.repeat(64)), '400 PERSISTED_QUERY_NOT_FOUND'],
    ['in capitals', persisted(summary.id.toUpperCase()), '400 PERSISTED_QUERY_NOT_FOUND'],
    ['of another version', persisted(summary.id, 2), '400 BAD_REQUEST'],
    ['that is no text', persisted({ toString: 'x' }), '400 BAD_REQUEST'],
    ['that is a name of every object', persisted('__proto__'), '400 PERSISTED_QUERY_NOT_FOUND'],
  ])('an id %s is refused', async (_, extensions, refusal) => {
    expect(await app.post({ extensions }, 'caseworker')).toBe(refusal);
    expect(await app.post({ extensions }, 'auditor')).toBe(refusal);
  });

  it('an id beside another text is refused, and does not publish that text', async () => {
    const query = '{ __typename }';
    const own = persisted(operationId(query));
    expect(await app.post({ query, extensions: persisted(summary.id) }, 'auditor')).toBe('400 BAD_REQUEST');
    expect(await app.post({ query, extensions: own }, 'caseworker')).toBe('400 DOCUMENT_NOT_TRUSTED');
    expect(await app.post({ extensions: own }, 'caseworker')).toBe('400 PERSISTED_QUERY_NOT_FOUND');
  });
});

describe('A published document', () => {
  const api = buildSchema(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8'));
  const supergraph = readSupergraph(readFileSync(join(packageRoot, 'schema/supergraph.graphql'), 'utf8'));
  const problemOf = problemFinder(supergraph.schema);
  /** As much at once as a role is meant to ask for: the assistance system a full page. */
  const variablesOf = (role: Role) => ({
    id: 'YB-1',
    ids: Array.from({ length: role === 'assistance' ? 200 : 5 }, (_, index) => `YB-${index}`),
    first: 20,
  });

  it.each(manifest.operations.map(({ name, body }) => [name, body] as const))(
    '%s is one that some role may send',
    (_, body) => {
      const document = parse(body);
      const fields = operationFields(document.definitions[0] as OperationDefinitionNode, document, api);
      const readers = apps.filter((role) =>
        fields.every((field) => !isRefused(field, supergraph.access, new Set(roles[role]))),
      );
      expect(readers).not.toEqual([]);
      for (const role of readers)
        expect(problemOf({ query: body, variables: variablesOf(role) }, role)).toBeNull();
    },
  );
});
