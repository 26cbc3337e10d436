import { rmSync } from 'node:fs';
import { personKey } from '../../../../schema/config/keys';
import { importFolder } from '../../../../subgraphs/runtime/import/import-folder';
import { peopleChanged } from '../../../../subgraphs/verification/process/same-people';
import { expectErrors } from '../../../support/ask';
import { openCheckCentre, type CheckCentre, type Told } from '../../../support/check-centre';
import { databaseKinds } from '../../../support/databases';
import { writeExchangeFiles } from '../../../support/exchange-files';
import { family, resident, someone, together, vehicle } from '../../../support/family';

describe.each(databaseKinds)('families that change while they are verified, on %s', (kind) => {
  const [gone, left] = [someone('卫某'), someone('蒋某')];
  const [member, obligor] = [
    someone('沈某'),
    someone('韩某', { member: { role: 'OBLIGOR', basis: 'LEGAL_OBLIGOR' } }),
  ];
  const signer = someone('杨某', { authorisation: null });
  const allowance = { program: 'MINIMUM_LIVING_ALLOWANCE', declared_financial_assets: '0.00' };
  const papers = family('YB-2018-0850', [signer], allowance);
  let centre: CheckCentre;

  beforeAll(async () => {
    centre = await openCheckCentre({
      kind,
      registries: together(
        family('YB-2018-0830', [left, gone], allowance),
        family('YB-2018-0840', [member, obligor], allowance),
        papers,
        ...[gone, left, member, signer].map((person, index) => resident(`R-083${index}`, person)),
        vehicle('V-0840', member, { status_flags: 'C' }),
      ),
    });
  });
  afterAll(() => centre.close());

  const findings = async ({ id }: Told) =>
    (await centre.read(id, 'findings { id code effect }'))['findings'] as readonly {
      readonly id: string;
      readonly code: string;
      readonly effect: string;
    }[];

  it('are not judged by other people than were accepted', async () => {
    const accepted = await centre.accept('YB-2018-0830');
    await centre.district
      .department('civil-affairs')
      .database.session(({ run }) =>
        run('DELETE FROM members WHERE person_id = ?', [centre.district.personId(gone.number)]),
      );
    const verification = await centre.run(accepted);
    expect(verification.state).toBe('CLOSED');
    const { events, report } = await centre.read(
      verification.id,
      'events { step role note } report { number }',
    );
    expect(events).toContainEqual({ step: 'CLOSE', role: 'verification', note: peopleChanged });
    expect(report).toBeNull();
    expect((await centre.accept('YB-2018-0830')).state).toBe('AUTHORISED');
  });

  it('are commissioned anew when a paper is taken back that was not needed, and told of nothing meanwhile', async () => {
    let verification = await centre.run(await centre.accept('YB-2018-0840'));
    expect(verification.state).toBe('FIELD_CHECK');
    expect(await findings(verification)).not.toEqual([]);
    verification = await centre.make('withdrawAuthorisation', verification, { number: 'SQS-YB-2018-0840-1' });
    expect(verification.state).toBe('AUTHORISED');
    expect(await findings(verification)).toEqual([]);
    verification = await centre.run(verification);
    expect(verification.state).toBe('FIELD_CHECK');
  });

  it('are neither better nor worse off for an objection that is rejected', async () => {
    const { edges } = (
      await centre.district.ask(
        '{ verifications(filter: { householdId: "YB-2018-0840" }) { edges { node { id state version } } } }',
      )
    ).data?.['verifications'] as { edges: readonly { node: Told }[] };
    let verification = edges[0]?.node as Told;
    verification = await centre.make('issueReport', verification, { reason: '多次入户无人' });
    verification = await centre.make('notifyFamily', verification, { manner: 'IN_WRITING' });
    const before = await findings(verification);
    const contested = before.find(({ effect }) => effect === 'REVIEW');
    expect(contested).toBeDefined();
    verification = await centre.make('recordObjection', verification, {
      findingId: contested?.id,
      evidence: '车辆为代步车',
    });
    verification = await centre.make('decideObjection', verification, {
      findingId: contested?.id,
      decision: 'REJECTED',
      reason: '未提供凭证',
    });
    expect(verification.state).toBe('REPORTED');
    expect(await findings(verification)).toEqual(before);
    const { reports } = await centre.read(verification.id, 'reports { version outcome document }');
    const [first, second] = reports as readonly { outcome: string; document: string }[];
    expect(second?.outcome).toBe(first?.outcome);
    expect(second?.document).toContain('未提供凭证');
  });

  describe('when an authorisation was taken back', () => {
    let verification: Told;
    const signed = (number: string) => ({
      authorisations: [{ number, personId: centre.district.personId(signer.number), signedOn: '2018-06-11' }],
    });

    it('sign anew under another number, however the number was written', async () => {
      verification = await centre.accept('YB-2018-0850');
      verification = await centre.make('recordAuthorisations', verification, signed(' SQS-0850-1 '));
      expect(verification.state).toBe('AUTHORISED');
      verification = await centre.make('withdrawAuthorisation', verification, { number: ' SQS-0850-1' });
      expect(verification.state).toBe('WITHDRAWN');
      const again = await centre.attempt('recordAuthorisations', {
        ...signed('SQS-0850-1'),
        ...{ key: 'again', verificationId: verification.id, expectedVersion: verification.version },
      });
      expectErrors(again, 'AUTHORISATION_WITHDRAWN at recordAuthorisations');
    });

    it('are not authorised by a file that was written before', async () => {
      const row = {
        ...{ authorisation_no: 'SQS-0850-1', household_id: 'YB-2018-0850', id_number: signer.number },
        ...{ program: 'MINIMUM_LIVING_ALLOWANCE', signed_on: '2018-06-11' },
      };
      const directory = writeExchangeFiles({ authorisations: [row] }, { authorisations: Object.keys(row) });
      const [report] = await importFolder({
        ...{ directory, departments: [centre.district.department('civil-affairs')] },
        personKey: personKey(centre.district.databases.config),
        asOf: centre.now(),
        clock: centre.now,
        source: 'exchange',
      });
      rmSync(directory, { recursive: true });
      expect(report?.problems).toEqual([]);
      const { data } = await centre.district.ask(
        '{ household(id: "YB-2018-0850") { members { authorised authorisations { number withdrawnOn } } } }',
      );
      expect(data).toEqual({
        household: {
          members: [
            { authorised: false, authorisations: [{ number: 'SQS-0850-1', withdrawnOn: '2018-06-11' }] },
          ],
        },
      });
    });
  });
});
