import { openCheckCentre, type CheckCentre, type Told } from '../../../support/check-centre';
import { expectErrors } from '../../../support/ask';
import { family, resident, someone, together, vehicle } from '../../../support/family';

interface Finding {
  readonly id: string;
  readonly code: string;
  readonly effect: string;
}

describe('a family whose car was sold before it applied', () => {
  let centre: CheckCentre;
  let verification: Told;
  let sold: Finding;

  beforeAll(async () => {
    const woman = someone('周某');
    centre = await openCheckCentre({
      registries: together(
        family('YB-2018-0700', [woman], {
          program: 'MINIMUM_LIVING_ALLOWANCE',
          declared_financial_assets: '0.00',
        }),
        resident('R-0700', woman),
        vehicle('V-0700', woman),
      ),
    });
    verification = await centre.run(await centre.accept('YB-2018-0700'));
    verification = await centre.make('notifyFamily', verification, { manner: 'IN_WRITING' });
    const { findings } = await centre.read(verification.id, 'findings { id code effect }');
    const found = (findings as readonly Finding[]).find(({ code }) => code === 'VEHICLE_OWNED');
    if (!found) throw new Error('the car is not found');
    sold = found;
  });
  afterAll(() => centre.close());

  it('is told that the car bars the allowance', async () => {
    expect(verification.state).toBe('NOTIFIED');
    expect(sold.effect).toBe('BARS');
    expect(await centre.read(verification.id, 'report { outcome version }')).toEqual({
      report: { outcome: 'FAILS', version: 1 },
    });
  });

  it('contests that, once', async () => {
    await centre.at('2018-06-14T15:00:00+08:00');
    verification = await centre.make('recordObjection', verification, {
      findingId: sold.id,
      evidence: '车辆已于2018年5月20日转让，附机动车买卖合同。',
    });
    expect(verification.state).toBe('OBJECTED');
    const again = await centre.attempt('recordObjection', {
      key: 'again',
      verificationId: verification.id,
      expectedVersion: verification.version,
      findingId: sold.id,
      evidence: '同上。',
    });
    expectErrors(again, 'ALREADY_OBJECTED at recordObjection');
  });

  it('is right: the second version of the report lets the car go, and names the first', async () => {
    verification = await centre.make('decideObjection', verification, {
      findingId: sold.id,
      decision: 'UPHELD',
      reason: '合同及付款凭证属实。',
    });
    expect(verification.state).toBe('REPORTED');
    const { reports, findings } = await centre.read(
      verification.id,
      'reports { version outcome digest previousDigest } findings { code effect verdict message }',
    );
    const [first, second] = reports as readonly Readonly<Record<string, unknown>>[];
    expect(first).toMatchObject({ version: 1, outcome: 'FAILS', previousDigest: null });
    expect(second).toMatchObject({ version: 2, outcome: 'MEETS', previousDigest: first?.['digest'] });
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'VEHICLE_OWNED', effect: 'NOTE', verdict: 'REFUTED' }),
    );
  });

  it('is granted the allowance when it has nothing more to object, and is looked at again', async () => {
    verification = await centre.make('notifyFamily', verification, { manner: 'IN_PERSON' });
    verification = await centre.make('recordNoObjection', verification);
    verification = await centre.make('concludeVerification', verification, {
      decision: 'GRANTED',
      recheck: 'HALF_YEARLY',
    });
    expect(verification.state).toBe('MONITORED');
    expect(
      await centre.read(verification.id, 'nextRecheckOn conclusion { decision outcome reason }'),
    ).toEqual({
      nextRecheckOn: '2018-12-14',
      conclusion: { decision: 'GRANTED', outcome: 'MEETS', reason: null },
    });
  });
});
