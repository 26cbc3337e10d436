import { hoursAfter, openCheckCentre, type CheckCentre } from '../../../support/check-centre';
import { databaseKinds } from '../../../support/databases';
import { family, someone } from '../../../support/family';
import { heldBack, verificationOf } from './batches-of';

const household = 'YB-2018-0990';

describe.each(databaseKinds)('Whoever asks for longer than its claim holds, on %s,', (kind) => {
  let centre: CheckCentre;

  beforeAll(async () => {
    centre = await openCheckCentre({ kind, registries: family(household, [someone('尹某')]) });
  });
  afterAll(() => centre.close());

  const records = () => centre.district.department('verification').database;
  const lease = () => records().select('SELECT state, lease_by FROM verifications');

  it('keeps nothing of its answers once another has taken the claim', async () => {
    const gate = heldBack(centre.district.department('taxation'));
    await centre.make('startVerification', await centre.accept(household));
    await gate.asked;
    const until = centre.now().getTime() + 60_000;
    await records().session(({ run }) =>
      run("UPDATE verifications SET lease_by = 'another:1', lease_until = ?", [until]),
    );
    gate.letGo();
    await centre.settle();
    expect(await lease()).toEqual([{ state: 'COMMISSIONED', lease_by: 'another:1' }]);
    expect(await records().select('SELECT number FROM registry_attempts')).toEqual([]);
  });

  it('and takes it up again when that one is gone too', async () => {
    await centre.at(hoursAfter(centre.now(), 1));
    const { id } = await verificationOf(centre, household);
    expect(await centre.read(id, 'state attempts { tier number }')).toEqual({
      state: 'REPORTED',
      attempts: [
        { tier: 'MUNICIPAL', number: 1 },
        { tier: 'DISTRICT', number: 1 },
      ],
    });
  });
});
