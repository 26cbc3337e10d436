import { inProcessGraph, type InProcessGraph } from '../../../gateway/clients/in-process-graph';
import { readManifest } from '../../../schema/operations';
import { openDistrict, type District } from '../../support/district';
import { family, someone } from '../../support/family';
import { memoryLedger } from '../../support/memory-ledger';
import { testLogger } from '../../support/test-logger';

const yin = someone('尹某', { authorisation: null });
const summary = {
  operation: 'HouseholdSummary',
  variables: { id: 'YB-1' },
  purpose: 'RECHECK',
  reason: '定期复核 100%',
} as const;

describe('The graph for a department in the gateway’s own process', () => {
  const ledger = memoryLedger();
  let district: District;
  let graph: InProcessGraph;
  const open = (requestDeadlineMs: number) =>
    inProcessGraph({
      documents: readManifest(),
      requestDeadlineMs,
      logger: testLogger,
    });
  beforeAll(async () => {
    district = await openDistrict({
      departments: ['civil-affairs'],
      registries: family('YB-1', [yin, someone('杨某')]),
      ledger,
    });
  });
  afterAll(() => district.close());
  beforeEach(() => {
    ledger.entries.length = 0;
    graph = open(20_000);
    graph.bind(district.graph);
  });

  it('is asked by a published document’s name, and the ledger says by whom, what for and why', async () => {
    expect(await graph.ask(summary)).toMatchObject({ data: { household: { id: 'YB-1' } }, errors: [] });
    expect(ledger.entries).toMatchObject([
      {
        subject: 'verification',
        role: 'verification',
        purpose: 'RECHECK',
        reason: '定期复核 100%',
        operation: 'HouseholdSummary',
        households: [{ id: 'YB-1' }],
        outcome: 'ANSWERED',
      },
    ]);
  });

  it('takes mutations of its role, and none of another', async () => {
    const authorisations = [
      { number: 'SQS-1', personId: district.personId(yin.number), signedOn: '2018-07-01' },
    ];
    const kept = { operation: 'KeepAuthorisations', variables: { householdId: 'YB-1', authorisations } };
    expect(await graph.ask({ ...summary, ...kept })).toMatchObject({
      data: { keepAuthorisations: [{ number: 'SQS-1' }] },
    });
    const refused = await graph.ask({ ...summary, operation: 'PersonIdentity', variables: { id: 'x' } });
    expect(refused).toMatchObject({ data: null, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('tells by its code what it refuses', async () => {
    expect(await graph.ask({ ...summary, purpose: 'AUDIT' })).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'PURPOSE_NOT_ALLOWED' } }],
    });
    expect(await graph.ask({ ...summary, variables: { id: '9'.repeat(257) } })).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'TEXT_TOO_LONG', limit: '256' } }],
    });
  });

  it('is waited for until there is a server', async () => {
    const early = open(20_000);
    const asking = early.ask(summary);
    early.bind(district.graph);
    expect(await asking).toMatchObject({ data: { household: { id: 'YB-1' } } });
  });

  it('rejects where there is none in time', async () => {
    await expect(open(1).ask(summary)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  });

  it('has no document that nobody published', async () => {
    await expect(graph.ask({ ...summary, operation: 'Everything' })).rejects.toThrow(/has no document/);
    expect(ledger.entries).toEqual([]);
  });
});
