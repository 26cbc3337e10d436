import {
  declared,
  pathOf,
  states,
  steps,
  type State,
  type Step,
} from '../../../../subgraphs/verification/process/steps';
import { expectErrors } from '../../../support/ask';
import { openCheckCentre, type CheckCentre, type StepName, type Told } from '../../../support/check-centre';
import { databaseKinds } from '../../../support/databases';
import { family, someone } from '../../../support/family';

/** Each step that people make, with the mutation that makes it and what that needs beside key, number and version. */
const madeBy: Readonly<Partial<Record<Step, readonly [StepName, object]>>> = {
  RECORD_AUTHORISATION: ['recordAuthorisations', { authorisations: [] }],
  WITHDRAW_AUTHORISATION: ['withdrawAuthorisation', { number: 'SQS-YB-2018-0800-0' }],
  START: ['startVerification', {}],
  CHECK_IN_FIELD: ['recordFieldCheck', { findingId: 'none', verdict: 'CONFIRMED', note: '属实' }],
  REPORT: ['issueReport', { reason: '家庭不在本地，无法入户' }],
  NOTIFY: ['notifyFamily', { manner: 'BY_TELEPHONE' }],
  OBJECT: ['recordObjection', { findingId: 'none', evidence: '合同' }],
  ACCEPT_FINDINGS: ['recordNoObjection', {}],
  DECIDE_OBJECTION: ['decideObjection', { findingId: 'none', decision: 'UPHELD', reason: '属实' }],
  CONCLUDE: ['concludeVerification', { decision: 'REFUSED', reason: '不符合条件' }],
  CLOSE: ['closeVerification', { reason: '申请人撤回申请' }],
};

const peoplesSteps = (Object.keys(steps) as Step[]).filter((step) =>
  steps[step].by.some((maker) => maker !== 'itself'),
);

it('has a mutation for every step that people make on a verification', () => {
  expect(Object.keys(madeBy).sort()).toEqual(peoplesSteps.filter((step) => step !== 'ACCEPT').sort());
});

describe.each(databaseKinds)('on %s', (kind) => {
  let centre: CheckCentre;
  let verification: Told;

  beforeAll(async () => {
    centre = await openCheckCentre({
      kind,
      registries: family('YB-2018-0800', [someone('冯某')]),
      departments: ['civil-affairs', 'verification'],
    });
    verification = await centre.accept('YB-2018-0800');
  });
  afterAll(() => centre.close());

  const database = () => centre.district.department('verification').database;
  /** Puts the verification into a state as if its last event had led there. */
  const putInto = async (state: State) => {
    const [row] = await database().select(
      'SELECT event FROM verification_events WHERE verification_id = ? AND sequence = ?',
      [verification.id, verification.version],
    );
    const event = { ...(JSON.parse(String(row?.['event'])) as object), state };
    await database().session(({ run }) =>
      run('UPDATE verification_events SET event = ? WHERE verification_id = ? AND sequence = ?', [
        ...[JSON.stringify(event), verification.id, verification.version],
      ]),
    );
  };
  const written = async () => [
    await database().select('SELECT COUNT(*) AS events FROM verification_events'),
    await database().select('SELECT COUNT(*) AS step_keys FROM step_keys'),
  ];

  describe.each(states)('in %s', (state) => {
    const illegal = peoplesSteps.filter((step) => pathOf(step, state) === null && madeBy[step]);

    it('refuses every step that the table does not have, and writes nothing', async () => {
      await putInto(state);
      const before = await written();
      for (const step of illegal) {
        const [mutation, more] = madeBy[step] as readonly [StepName, object];
        const refusal = await centre.attempt(mutation, {
          key: `${state}-${step}`,
          verificationId: verification.id,
          expectedVersion: verification.version,
          ...more,
        });
        expectErrors(refusal, `STEP_NOT_ALLOWED at ${mutation}`);
        expect(refusal.errors[0]?.extensions).toMatchObject({ step, state });
        expect(refusal.data).toBeNull();
      }
      expect(await written()).toEqual(before);
    });
  });

  it('takes no household up twice', async () => {
    expect(pathOf('ACCEPT', declared)).toBe('ACCEPTED');
    const refusal = await centre.attempt('acceptApplication', { key: 'again', householdId: 'YB-2018-0800' });
    expectErrors(refusal, 'VERIFICATION_OPEN at acceptApplication');
  });
});
