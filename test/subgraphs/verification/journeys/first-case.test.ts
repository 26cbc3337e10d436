import { openCheckCentre, type CheckCentre, type Told } from '../../../support/check-centre';
import { expectErrors } from '../../../support/ask';
import { sampleFamilies } from '../../../support/sample-families';

interface Finding {
  readonly id: string;
  readonly code: string;
  readonly effect: string;
  readonly needsVisit: boolean;
  readonly verdict: string | null;
  readonly person: { readonly id: string } | null;
}

describe('the family of 尹某, from its application to the decision', () => {
  let centre: CheckCentre;
  let verification: Told;

  beforeAll(async () => {
    centre = await openCheckCentre({ registries: sampleFamilies() });
  });
  afterAll(() => centre.close());

  const findings = async () =>
    (await centre.read(verification.id, 'findings { id code effect needsVisit verdict person { id } }'))[
      'findings'
    ] as readonly Finding[];
  const findingOf = async (code: string) => {
    const found = (await findings()).find((finding) => finding.code === code);
    if (!found) throw new Error(`there is no ${code}`);
    return found;
  };

  it('is accepted, with its authorisations, and commissioned', async () => {
    verification = await centre.accept('YB-2018-0001');
    expect(verification).toMatchObject({ state: 'AUTHORISED', version: 2 });
    verification = await centre.run(verification);
    expect(verification.state).toBe('FIELD_CHECK');
  });

  it('shows a car and a company that have to be looked at before there is a report', async () => {
    expect(await findings()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'VEHICLE_OWNED', effect: 'REVIEW', needsVisit: true }),
        expect.objectContaining({ code: 'BUSINESS_REGISTERED', effect: 'REVIEW', needsVisit: true }),
      ]),
    );
    expect(await centre.read(verification.id, 'outcome report { number }')).toEqual({
      outcome: 'NEEDS_REVIEW',
      report: null,
    });
  });

  it('is reported as failing once a visit has confirmed both', async () => {
    await centre.at('2018-06-13T10:00:00+08:00');
    for (const { id } of (await findings()).filter(({ needsVisit }) => needsVisit)) {
      verification = await centre.make('recordFieldCheck', verification, {
        findingId: id,
        verdict: 'CONFIRMED',
        note: '入户核实，情况属实。',
      });
    }
    expect(verification.state).toBe('REPORTED');
    expect(
      await centre.read(verification.id, 'outcome report { version completeness outcome conclusion html }'),
    ).toMatchObject({
      outcome: 'FAILS',
      report: { version: 1, completeness: 'COMPLETE', outcome: 'FAILS', conclusion: 'DOUBTS_FOUND' },
    });
  });

  it('cannot be decided before the family has had its time to object', async () => {
    verification = await centre.make('notifyFamily', verification, { manner: 'IN_PERSON' });
    const refusal = await centre.attempt('concludeVerification', {
      key: 'too-early',
      verificationId: verification.id,
      expectedVersion: verification.version,
      decision: 'REFUSED',
      reason: '家庭拥有机动车和企业。',
    });
    expectErrors(refusal, 'OBJECTION_PERIOD_OPEN at concludeVerification');
    expect(refusal.errors[0]?.extensions).toMatchObject({ until: '2018-06-20' });
  });

  it('is refused with reasons when nobody has objected', async () => {
    await centre.at('2018-06-21T09:00:00+08:00');
    verification = await centre.make('concludeVerification', verification, {
      decision: 'REFUSED',
      reason: '家庭拥有机动车和企业，经核实属实，告知后未提出异议。',
    });
    expect(
      await centre.read(verification.id, 'state conclusion { decision outcome decidedBy } events { step }'),
    ).toEqual({
      state: 'DECIDED',
      conclusion: { decision: 'REFUSED', outcome: 'FAILS', decidedBy: 'test-verifier' },
      events: [
        ...['ACCEPT', 'COMPLETE_AUTHORISATION', 'START', 'ASK_MUNICIPAL', 'ASK_DISTRICT', 'COMPILE'],
        ...['SEND_TO_FIELD', 'CHECK_IN_FIELD', 'CHECK_IN_FIELD', 'REPORT', 'NOTIFY', 'CONCLUDE'],
      ].map((step) => ({ step })),
    });
    expect(await findingOf('VEHICLE_OWNED')).toMatchObject({ effect: 'BARS', verdict: 'CONFIRMED' });
  });
});
