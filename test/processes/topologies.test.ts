import { parse, validate } from 'graphql';
import type { Role } from '../../gateway/access/roles';
import { signingKey } from '../../schema/config/keys';
import { statusPath, type SigningKey } from '../../schema/wire/caller';
import { checkStatuses } from '../../schema/values/check-status';
import { departments } from '../../subgraphs';
import { problemOf } from '../gateway/limits/limits-under-test';
import { apiSchema } from '../support/api-schema';
import { askAs, sharedConfig, type Ask } from '../support/ask-over-http';
import { departmentNames, serveDepartments, settingsOfUrls, urlsOf } from '../support/department-processes';
import { argumentsFrom, verificationPages, type Known } from '../support/generate-arguments';
import { generateOperation, reachableFields, type GeneratedOperation } from '../support/generate-operation';
import { importDistrict } from '../support/imported-district';
import { gateway, openProcesses } from '../support/processes';
import { seededRandom } from '../support/random';
import { json, send } from '../support/send';
import { departmentQuestions, departmentRefusal, signedCall } from '../support/signed-call';
import { verifyDistrict, type Verified } from '../support/verified-district';

/** Who asks how many operations of which root fields. */
const questions = [
  {
    role: 'verifier',
    count: 304,
    roots: ['household', 'households', 'searchHouseholds', 'person', 'policyEdition'],
  },
  {
    role: 'verifier',
    count: 64,
    roots: [...verificationPages, 'verification', 'verificationBatch', 'verificationStatistics'],
  },
  { role: 'operator', count: 16, roots: ['registries'] },
] as const satisfies readonly { role: Role; count: number; roots: readonly string[] }[];

type Asker = (typeof questions)[number]['role'];

const batch = 4;

/** Each gateway keeps a ledger of its own: what they tell of accesses is not the same. */
const isOfLedger = (field: string) => /^(Query\.accessLog|Person\.accesses|Access\w*\.\w+)$/.test(field);

const processes = openProcesses('topologies');

let ports: ReadonlyMap<string, string>;
let gatewayKey: SigningKey;

/** Where the same graph over the same databases answers. */
let inOneProcess: string;
let overHttp: string;
let asks: Readonly<Record<Asker, Ask>>;
let known: Known;
let generated: ReturnType<typeof generate>;

beforeAll(async () => {
  const { dataDir } = processes;
  const verified = await verifyDistrict(dataDir);
  // One registry is years old, so that STALE is among the answers.
  await importDistrict(dataDir, { assistanceRolls: '2018-07-02T09:00:00+08:00' });
  // The gateway signs with the key that the departments read, so they share the folder with it.
  const [running, together] = await Promise.all([
    serveDepartments(processes),
    processes.serve({ command: gateway(), settings: deadlines }),
  ]);
  ports = urlsOf(running);
  const settings = { ...deadlines, ...settingsOfUrls(ports) };
  const remote = await processes.serve({ command: gateway('--remote'), settings });
  inOneProcess = together.url;
  overHttp = remote.url;
  gatewayKey = signingKey(sharedConfig(dataDir));
  asks = { verifier: await askAs('verifier', dataDir), operator: await askAs('operator', dataDir) };
  known = await whatIsKnown(verified);
  generated = generate();
}, 180_000);

afterAll(() => processes.close());

/** An answer must not depend on how busy the machine is. */
const deadlines = { REQUEST_DEADLINE_MS: '30000', DEPARTMENT_DEADLINE_MS: '20000' };

async function whatIsKnown(verified: Verified): Promise<Known> {
  const pages = verificationPages.map((field) => `${field} { edges { cursor } }`).join(' ');
  const { data } = await asks.verifier(inOneProcess, {
    query: `{
      searchHouseholds { edges { cursor node { id members { person { id } } obligors { person { id } } } } }
      ${pages}
    }`,
  });
  const pageOf = (field: (typeof verificationPages)[number]) =>
    (data?.[field] as { edges: readonly { cursor: string }[] }).edges.map(({ cursor }) => cursor);
  type People = readonly { readonly person: { readonly id: string } }[];
  const { edges } = data?.['searchHouseholds'] as {
    edges: { cursor: string; node: { id: string; members: People; obligors: People } }[];
  };
  return {
    households: edges.map(({ node }) => node.id),
    persons: edges.flatMap(({ node }) => [...node.members, ...node.obligors].map(({ person }) => person.id)),
    cursors: edges.map(({ cursor }) => cursor),
    verified: {
      ...verified,
      pages: {
        verifications: pageOf('verifications'),
        dueRechecks: pageOf('dueRechecks'),
        verificationAlerts: pageOf('verificationAlerts'),
      },
    },
  };
}

interface Operation {
  readonly role: Asker;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The same operations at every run, with the fields that they select. Those of the ledger count as if they did. */
function generate() {
  const random = seededRandom(20180702);
  const selected = new Set([...reachableFields(apiSchema)].filter(isOfLedger));
  const operations: Operation[] = [];
  const ask = (role: Asker, roots: readonly string[]): void => {
    const aim = { roots, without: new Set(['Person.accesses']), covered: selected };
    const { query, variables, ...operation } = withinLimits(role, () =>
      generateOperation(apiSchema, random, argumentsFrom(known), aim),
    );
    operation.selected.forEach((field) => selected.add(field));
    operations.push({ role, query, variables });
  };
  for (const { role, count, roots } of questions)
    for (let each = 0; each < count; each += 1) ask(role, roots);
  return { operations, selected };
}

/** The next operation that somebody of the role may ask. */
function withinLimits(role: Role, generateNext: () => GeneratedOperation): GeneratedOperation {
  const operation = generateNext();
  return problemOf(operation, role) ? withinLimits(role, generateNext) : operation;
}

/** Both answers to an operation; the documents are told where they differ, and never the answers. */
async function compare({ role, ...question }: Operation, correlationId: string) {
  const [one, other] = await Promise.all(
    [inOneProcess, overHttp].map((url) => asks[role](url, { ...question, correlationId })),
  );
  return {
    same: one?.text === other?.text,
    answered: one?.data !== null && one?.errors.length === 0,
    statuses: one?.text.match(new RegExp(`(?<=")(${checkStatuses.join('|')})(?=")`, 'g')) ?? [],
  };
}

describe('One process and many', () => {
  it('are asked for every field of the graph', () => {
    const { selected } = generated;
    expect([...reachableFields(apiSchema)].filter((field) => !selected.has(field))).toEqual([]);
  });

  it('are asked valid operations alone', () => {
    const { operations } = generated;
    const invalid = operations.filter(({ query }) => validate(apiSchema, parse(query)).length > 0);
    expect(invalid.map(({ query }) => query)).toEqual([]);
  });

  it('answer the same, byte for byte', async () => {
    const { operations: all } = generated;
    const different: string[] = [];
    const unanswered: string[] = [];
    const seen = new Set<string>();
    for (let at = 0; at < all.length; at += batch) {
      await Promise.all(
        all.slice(at, at + batch).map(async (operation, index) => {
          const { same, answered, statuses } = await compare(operation, `topologies-${at + index}`);
          if (!same) different.push(operation.query);
          if (!answered) unanswered.push(operation.query);
          statuses.forEach((status) => seen.add(status));
        }),
      );
    }
    expect({ different, unanswered }).toEqual({ different: [], unanswered: [] });
    const expected = ['FOUND', 'IDENTITY_CONFLICT', 'NO_RECORD', 'STALE', 'UNAUTHORISED'];
    expect([...seen]).toEqual(expect.arrayContaining(expected));
    expect([...seen]).not.toContain('UNAVAILABLE');
  }, 120_000);

  it('refuse the same aliases in the same words', async () => {
    const query = '{ household(id: "YB-2018-0002") { obligors { __typename: relation } } }';
    const { same, answered } = await compare({ role: 'verifier', query, variables: {} }, 'topologies-alias');
    expect({ same, answered }).toEqual({ same: true, answered: false });
  });
});

describe.each(departmentNames)('The port of %s', (name) => {
  const url = () => ports.get(name) ?? '';
  const statusUrl = () => new URL(statusPath, url()).href;
  const signed = (body: string, path = '/graphql') =>
    signedCall(body, { signer: gatewayKey, department: name, path });

  it('refuses whoever asks unsigned, whatever they ask', async () => {
    for (const question of Object.values(departmentQuestions)) {
      const body = JSON.stringify(question);
      expect(await send(url(), { headers: json, body })).toEqual(departmentRefusal);
    }
    for (const method of ['POST', 'GET'] as const) {
      expect(await send(statusUrl(), { method, headers: json })).toEqual(departmentRefusal);
    }
  });

  it('answers a gateway that asks for its schema', async () => {
    const { status, text } = await send(url(), await signed('{"query":"{ _service { sdl } }"}'));
    expect(status).toBe(200);
    expect(text).toContain('RegistryCheck');
  });

  it('tells a gateway how its registries stand', async () => {
    const { status, text } = await send(statusUrl(), await signed('', statusPath));
    expect(status).toBe(200);
    const registries = departments.find((department) => department.name === name)?.registries ?? [];
    expect(JSON.parse(text)).toEqual(
      registries.map((registry) => ({
        name: registry.name,
        records: expect.any(Number) as number,
        asOf: expect.stringMatching(/^\d{4}-/) as string,
        silence: null,
      })),
    );
  });
});
