import { expectErrors } from '../../../support/ask';
import { openCheckCentre, type CheckCentre, type Told } from '../../../support/check-centre';
import { databaseKinds } from '../../../support/databases';
import { family, resident, someone, together, vehicle } from '../../../support/family';
import { batchesOf, type Batches } from './batches-of';

const [changed, unchanged, applying] = ['YB-2018-0901', 'YB-2018-0902', 'YB-2018-0903'];

/** The first looks again are due by then. */
const nextYear = '2019-06-17';

const means = { program: 'MINIMUM_LIVING_ALLOWANCE', declared_financial_assets: '0.00' };
const recheck = { purpose: 'RECHECK' };

/** A household from its application to the decision that grants it. */
async function grant(centre: CheckCentre, household: string): Promise<Told> {
  let verification = await centre.run(await centre.accept(household));
  verification = await centre.make('notifyFamily', verification, { manner: 'IN_PERSON' });
  verification = await centre.make('recordNoObjection', verification);
  const decision = { decision: 'GRANTED', reason: '符合条件' };
  return centre.make('concludeVerification', verification, decision);
}

describe.each(databaseKinds)('Families that draw assistance, a year later, on %s,', (kind) => {
  const people = [someone('尹某'), someone('陈某'), someone('褚某')] as const;
  const granted = new Map<string, Told>();
  let centre: CheckCentre;
  let batches: Batches;

  const registries = together(
    family(changed, [people[0]], means),
    family(unchanged, [people[1]], means),
    family(applying, [people[2]], means),
    ...people.map((person, index) => resident(`R-09${index}`, person)),
  );
  beforeAll(async () => {
    centre = await openCheckCentre({ kind, registries });
    batches = batchesOf(centre);
    for (const household of [changed, unchanged]) granted.set(household, await grant(centre, household));
    await centre.district.fill({
      registries: together(registries, vehicle('V-0901', people[0], { registered_on: '2019-03-01' })),
    });
    await centre.at(`${nextYear}T09:00:00+08:00`);
  });
  afterAll(() => centre.close());

  const due = async (by: string | null): Promise<readonly string[]> => {
    const query = 'query Due($by: Date) { dueRechecks(by: $by) { edges { node { householdId } } } }';
    const { data } = await centre.district.ask(query, { role: 'assistance', variables: { by }, ...recheck });
    const { edges } = data?.['dueRechecks'] as { edges: readonly { node: { householdId: string } }[] };
    return edges.map(({ node }) => node.householdId).sort();
  };
  const alerts = async (open: boolean | null) => {
    const query = `query Alerts($open: Boolean) {
      verificationAlerts(open: $open) {
        edges { node { id kind person { id } handling { resolution } verification { id householdId kind } } }
      }
    }`;
    const { data } = await centre.district.ask(query, { variables: { open } });
    const { edges } = data?.['verificationAlerts'] as {
      edges: readonly { node: { id: string; verification: { id: string } } }[];
    };
    return edges.map(({ node }) => node);
  };
  const before = (household: string) =>
    centre.read(granted.get(household)?.id ?? '', 'state version outcome conclusion { decision }');
  const monitored = (household: string) => ({
    state: 'MONITORED',
    version: granted.get(household)?.version,
    outcome: 'MEETS',
    conclusion: { decision: 'GRANTED' },
  });

  it('are due, and nobody else is', async () => {
    expect(await due('2018-06-30')).toEqual([]);
    expect(await due(null)).toEqual([changed, unchanged]);
  });

  it('are looked at again by a batch of all that are due, which finds what changed', async () => {
    const filter = { dueBy: nextYear };
    const { id } = await batches.start({ kind: 'RECHECK', filter }, recheck);
    await centre.settle();
    expect(await batches.read(id)).toMatchObject({ state: 'DONE', total: 2, done: 2, failed: 0 });
    expect(await alerts(true)).toEqual([
      {
        id: expect.stringMatching(/^YJ-2019-/) as string,
        kind: 'VEHICLE',
        person: { id: centre.district.personId(people[0].number) },
        handling: null,
        verification: {
          id: expect.stringMatching(/^HC-2019-/) as string,
          ...{ householdId: changed, kind: 'RECHECK' },
        },
      },
    ]);
  });

  it('draw what they drew, whatever was found', async () => {
    for (const household of [changed, unchanged]) {
      expect(await before(household)).toEqual(monitored(household));
    }
  });

  it('are not due while they are looked at, and a batch finds none of them', async () => {
    expect(await due(null)).toEqual([]);
    const { id } = await batches.start({ kind: 'RECHECK', filter: { dueBy: nextYear } }, recheck);
    await centre.settle();
    expect(await batches.read(id)).toMatchObject({ state: 'DONE', total: 0 });
  });

  it('keep what somebody made of an alert, said once', async () => {
    const [alert] = await alerts(true);
    const handle = (input: object) =>
      centre.district.ask(
        'mutation Handle($input: HandleAlertInput!) { handleAlert(input: $input) { id handling { resolution note by } } }',
        {
          variables: { input: { alertId: alert?.id, resolution: 'CONFIRMED', note: '车辆属实。', ...input } },
        },
      );
    const told = { resolution: 'CONFIRMED', note: '车辆属实。', by: 'test-verifier' };
    for (const time of ['once', 'again']) {
      const { data, errors } = await handle({});
      expect([time, errors, data?.['handleAlert']]).toEqual([time, [], { id: alert?.id, handling: told }]);
    }
    expectErrors(await handle({ resolution: 'WITHOUT_CONSEQUENCE' }), 'ALERT_HANDLED at handleAlert');
    expectErrors(await handle({ alertId: 'YJ-2019-0' }), 'ALERT_NOT_FOUND at handleAlert');
    expect(await alerts(true)).toEqual([]);
    expect(await alerts(false)).toMatchObject([{ id: alert?.id, handling: { resolution: 'CONFIRMED' } }]);
    for (const household of [changed, unchanged]) {
      expect(await before(household)).toEqual(monitored(household));
    }
  });

  it('are no applications, and who applies draws nothing yet', async () => {
    const application = await batches.start({ householdIds: [applying] });
    const look = await batches.start({ kind: 'RECHECK', householdIds: [changed, applying] }, recheck);
    await centre.settle();
    expect(await batches.read(application.id)).toMatchObject({ done: 1, failed: 0 });
    expect((await batches.read(look.id))?.failures).toEqual([
      { householdId: changed, code: 'VERIFICATION_OPEN' },
      { householdId: applying, code: 'VERIFICATION_OPEN' },
    ]);
  });
});

describe('A family that draws assistance by two applications', () => {
  const person = someone('尹某');
  const applied = (number: string) =>
    together(
      family('YB-2018-0950', [person], { ...means, application_no: number }),
      resident('R-0950', person),
    );
  let centre: CheckCentre;

  beforeAll(async () => {
    centre = await openCheckCentre({ registries: applied('SQ-1') });
    await grant(centre, 'YB-2018-0950');
    await centre.district.fill({ registries: applied('SQ-2') });
    await centre.at('2018-06-25T09:00:00+08:00');
    await grant(centre, 'YB-2018-0950');
    await centre.at('2019-06-25T09:00:00+08:00');
  });
  afterAll(() => centre.close());

  it('is looked at once by a batch that finds it by both', async () => {
    const batches = batchesOf(centre);
    const { id } = await batches.start({ kind: 'RECHECK', filter: { dueBy: '2019-06-25' } }, recheck);
    await centre.settle();
    expect(await batches.read(id)).toMatchObject({ state: 'DONE', total: 1, done: 1, failed: 0 });
  });
});
