import type { Department } from '../../../../schema/wire/graphql-exchange';
import { openCheckCentre, hoursAfter, type CheckCentre, type Told } from '../../../support/check-centre';
import { family, resident, someone, together } from '../../../support/family';

/** A department that answers nobody while it is down, and all others as ever. */
function goingDown(): { readonly isDown: { now: boolean }; around(department: Department): void } {
  const isDown = { now: true };
  return {
    isDown,
    around: (department) => {
      const execute = department.execute.bind(department);
      jest.spyOn(department, 'execute').mockImplementation((...call) => {
        if (isDown.now) return Promise.reject(new Error('down'));
        return execute(...call);
      });
    },
  };
}

describe.each([
  ['for two hours', 2],
  ['until the time of its tier is over', 30],
])('the vehicle registry is down %s', (_, hours) => {
  const outage = goingDown();
  let centre: CheckCentre;
  let verification: Told;

  beforeAll(async () => {
    const man = someone('吴某');
    centre = await openCheckCentre({
      registries: together(
        family('YB-2018-0710', [man], {
          program: 'MINIMUM_LIVING_ALLOWANCE',
          declared_financial_assets: '0.00',
        }),
        resident('R-0710', man),
      ),
    });
    outage.around(centre.district.department('public-security'));
    verification = await centre.run(await centre.accept('YB-2018-0710'));
  });
  afterAll(() => centre.close());

  it('waits, and asks again with longer and longer pauses', async () => {
    expect(verification.state).toBe('MUNICIPAL_RUNNING');
    const begun = centre.now();
    for (let half = 1; half <= 2 * hours; half += 1) {
      if (half === 2 * hours) outage.isDown.now = hours > 24;
      await centre.at(hoursAfter(begun, half / 2));
    }
    const { attempts } = await centre.read(
      verification.id,
      'attempts { tier number at registries { registry status } }',
    );
    const tries = (
      attempts as readonly { tier: string; registries: readonly { registry: string; status: string }[] }[]
    )
      .filter(({ tier }) => tier === 'MUNICIPAL')
      .map(({ registries }) => registries);
    expect(tries.length).toBeGreaterThan(3);
    // Whoever has answered is not asked again.
    expect(tries[1]?.map(({ registry }) => registry).sort()).toEqual(['residents', 'vehicles']);
    expect(tries[0]).toContainEqual({ registry: 'vehicles', status: 'UNAVAILABLE' });
  });

  it('reports what it knows, and never takes silence for none', async () => {
    await centre.settle();
    const { state, report, outcome } = await centre.read(
      verification.id,
      'state outcome report { completeness conclusion }',
    );
    expect(state).toBe('REPORTED');
    expect([report, outcome]).toEqual(
      hours > 24
        ? [{ completeness: 'PARTIAL', conclusion: 'PARTLY_UNVERIFIED' }, 'UNDETERMINED']
        : [{ completeness: 'COMPLETE', conclusion: 'NOTHING_FOUND' }, 'MEETS'],
    );
  });

  it('is counted among the silent ones where it stayed silent', async () => {
    const { data } = await centre.district.ask(
      '{ verificationStatistics(from: "2018-06-01", to: "2018-06-30") { silentRegistries { registry households } } }',
    );
    const silent = ['residents', 'vehicles'].map((registry) => ({ registry, households: 1 }));
    expect(data).toEqual({ verificationStatistics: { silentRegistries: hours > 24 ? silent : [] } });
  });
});
