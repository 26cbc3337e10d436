import { expectErrors } from '../../../support/ask';
import { openCheckCentre, type CheckCentre, type StepName, type Told } from '../../../support/check-centre';
import { databaseKinds } from '../../../support/databases';
import { family, resident, someone, together, vehicle } from '../../../support/family';

describe.each(databaseKinds)('every step, on %s', (kind) => {
  let centre: CheckCentre;
  let verification: Told;
  let keys = 0;

  beforeAll(async () => {
    const woman = someone('陈某', { authorisation: null });
    const man = someone('朱某');
    centre = await openCheckCentre({
      kind,
      registries: together(
        family('YB-2018-0820', [someone('褚某')]),
        family('YB-2018-0830', [man]),
        resident('R-0830', man),
        vehicle('V-0830', man),
        family('YB-2018-0810', [woman]),
        resident('R-0810', woman),
        vehicle('V-0810', woman),
      ),
    });
  });
  afterAll(() => centre.close());

  /** What people did: what the verification does by itself may come between. */
  const peoplesEvents = async () =>
    (await events()).filter(({ role }) => role !== 'verification').map(({ step }) => step);
  const events = async () =>
    (await centre.read(verification.id, 'events { step role }'))['events'] as readonly {
      readonly step: string;
      readonly role: string;
    }[];
  const finding = async (code: string) => {
    const { findings } = await centre.read(verification.id, 'findings { id code }');
    return (findings as readonly { id: string; code: string }[]).find((one) => one.code === code)?.id;
  };
  /** Makes a step, sends it again as it was, and again with something else said by the same key. */
  const twice = async (step: StepName, more: object, other: object): Promise<void> => {
    const base =
      step === 'acceptApplication'
        ? {}
        : { verificationId: verification.id, expectedVersion: verification.version };
    const input = { key: `twice-${(keys += 1)}`, ...base, ...more };
    const first = await centre.attempt(step, input);
    expect(first.errors).toEqual([]);
    verification = first.data?.[step] as Told;
    const told = await peoplesEvents();
    const second = await centre.attempt(step, input);
    expect(second.errors).toEqual([]);
    expect(second.data?.[step]).toMatchObject({ id: verification.id });
    expectErrors(await centre.attempt(step, { ...input, ...other }), `KEY_REUSED at ${step}`);
    expect(await peoplesEvents()).toEqual(told);
  };
  const someoneElse = { expectedVersion: 99 };

  it('sent twice with its key leaves one event', async () => {
    await twice('acceptApplication', { householdId: 'YB-2018-0810' }, { commissionedBy: '另一街道' });
    const { people } = await centre.read(verification.id, 'people { person { id } }');
    const [{ person }] = people as readonly [{ person: { id: string } }];
    const signed = { number: 'SQS-0810-1', personId: person.id, signedOn: '2018-06-11' };
    await twice('recordAuthorisations', { authorisations: [signed] }, someoneElse);
    expect(verification.state).toBe('AUTHORISED');
    await twice('withdrawAuthorisation', { number: 'SQS-0810-1' }, { number: 'SQS-0810-2' });
    expect(verification.state).toBe('WITHDRAWN');
    await centre.at('2018-06-12T09:00:00+08:00');
    const anew = { number: 'SQS-0810-2', personId: person.id, signedOn: '2018-06-12' };
    await twice('recordAuthorisations', { authorisations: [anew] }, someoneElse);
    await twice('startVerification', {}, someoneElse);
    await centre.settle();
    verification = (await centre.read(verification.id, 'id state version')) as unknown as Told;
    expect(verification.state).toBe('FIELD_CHECK');
    const car = await finding('VEHICLE_OWNED');
    await twice(
      'recordFieldCheck',
      { findingId: car, verdict: 'CONFIRMED', note: '属实' },
      { note: '不属实' },
    );
    await twice('notifyFamily', { manner: 'ELECTRONICALLY' }, { manner: 'IN_PERSON' });
    await twice('recordObjection', { findingId: car, evidence: '车已报废' }, { evidence: '车已出售' });
    await twice(
      'decideObjection',
      { findingId: car, decision: 'REJECTED', reason: '未见凭证' },
      { decision: 'UPHELD' },
    );
    await twice('notifyFamily', { manner: 'IN_PERSON' }, { manner: 'IN_WRITING' });
    await twice('recordNoObjection', {}, someoneElse);
    await twice(
      'concludeVerification',
      { decision: 'REFUSED', reason: '拥有机动车' },
      { decision: 'GRANTED' },
    );
    expect((await events()).map(({ step }) => step)).toEqual([
      ...['ACCEPT', 'RECORD_AUTHORISATION', 'COMPLETE_AUTHORISATION', 'WITHDRAW_AUTHORISATION'],
      ...[
        'RECORD_AUTHORISATION',
        'COMPLETE_AUTHORISATION',
        'START',
        'ASK_MUNICIPAL',
        'ASK_DISTRICT',
        'COMPILE',
      ],
      ...['SEND_TO_FIELD', 'CHECK_IN_FIELD', 'REPORT', 'NOTIFY', 'OBJECT', 'DECIDE_OBJECTION'],
      ...['COMPLETE_RECHECK', 'REPORT', 'NOTIFY', 'ACCEPT_FINDINGS', 'CONCLUDE'],
    ]);
  });

  it('sent twice leaves one event, where a report is issued without a visit and the case is closed', async () => {
    verification = await centre.run(await centre.accept('YB-2018-0830'));
    expect(verification.state).toBe('FIELD_CHECK');
    await twice('issueReport', { reason: '多次入户无人' }, { reason: '无需入户' });
    await twice('closeVerification', { reason: '申请人撤回申请' }, { reason: '重复申请' });
    expect(verification.state).toBe('CLOSED');
  });

  it('lets one of two decide who decide at once, and tells the other that somebody was first', async () => {
    let verification = await centre.run(await centre.accept('YB-2018-0820'));
    if (verification.state === 'FIELD_CHECK') {
      verification = await centre.make('issueReport', verification, { reason: '无需入户' });
    }
    verification = await centre.make('notifyFamily', verification, { manner: 'IN_PERSON' });
    verification = await centre.make('recordNoObjection', verification);
    const decide = (decision: string) =>
      centre.attempt('concludeVerification', {
        key: decision,
        verificationId: verification.id,
        expectedVersion: verification.version,
        decision,
        reason: '经集体研究决定',
      });
    const both = await Promise.all([decide('GRANTED'), decide('REFUSED')]);
    const [lost, ...others] = both.filter(({ errors }) => errors.length > 0);
    expect(others).toEqual([]);
    if (!lost) throw new Error('one of two has to lose');
    expectErrors(lost, 'VERSION_CONFLICT at concludeVerification');
    const { events } = await centre.read(verification.id, 'events { step }');
    expect((events as readonly { step: string }[]).filter(({ step }) => step === 'CONCLUDE')).toHaveLength(1);
  });
});
