import { hoursAfter, openCheckCentre, type CheckCentre, type Told } from '../../../support/check-centre';
import { family, resident, someone, together } from '../../../support/family';

describe('a family that takes an authorisation back while registries are being asked', () => {
  let centre: CheckCentre;
  let verification: Told;
  let isDown = true;

  beforeAll(async () => {
    const [man, woman] = [someone('郑某'), someone('王某')];
    centre = await openCheckCentre({
      registries: together(
        family('YB-2018-0720', [man, woman], {
          program: 'MINIMUM_LIVING_ALLOWANCE',
          declared_financial_assets: '0.00',
        }),
        resident('R-0720', man),
        resident('R-0721', woman),
      ),
    });
    // One silent registry keeps the municipal tier open.
    const taxation = centre.district.department('taxation');
    const execute = taxation.execute.bind(taxation);
    jest
      .spyOn(taxation, 'execute')
      .mockImplementation((...call) => (isDown ? Promise.reject(new Error('down')) : execute(...call)));
    verification = await centre.run(await centre.accept('YB-2018-0720'));
  });
  afterAll(() => centre.close());

  const attemptsOf = async () =>
    (await centre.read(verification.id, 'attempts { number }'))['attempts'] as readonly unknown[];

  it('is asked about no more from that moment', async () => {
    expect(verification.state).toBe('MUNICIPAL_RUNNING');
    const asked = (await attemptsOf()).length;
    verification = await centre.make('withdrawAuthorisation', verification, { number: 'SQS-YB-2018-0720-1' });
    expect(verification.state).toBe('WITHDRAWN');
    isDown = false;
    await centre.at(hoursAfter(centre.now(), 3));
    expect(await attemptsOf()).toHaveLength(asked);
    expect(
      await centre.read(verification.id, 'state report { number } missingAuthorisations { declaredName }'),
    ).toEqual({ state: 'WITHDRAWN', report: null, missingAuthorisations: [{ declaredName: '王某' }] });
  });

  it('is known to civil affairs as not authorised, so that nobody else asks about her either', async () => {
    const { data } = await centre.district.ask(
      '{ household(id: "YB-2018-0720") { members { declaredName authorised } } }',
    );
    expect(data).toMatchObject({
      household: {
        members: expect.arrayContaining([{ declaredName: '王某', authorised: false }]) as unknown,
      },
    });
  });

  it('goes on from the beginning when she authorises it anew', async () => {
    const { people } = await centre.read(verification.id, 'people { person { id } declaredName }');
    const her = (people as readonly { person: { id: string }; declaredName: string }[]).find(
      ({ declaredName }) => declaredName === '王某',
    );
    await centre.at('2018-06-12T09:00:00+08:00');
    verification = await centre.make('recordAuthorisations', verification, {
      authorisations: [{ number: 'SQS-0720-2', personId: her?.person.id, signedOn: '2018-06-12' }],
    });
    expect(verification.state).toBe('AUTHORISED');
    verification = await centre.run(verification);
    expect(verification.state).toBe('REPORTED');
    expect(await centre.read(verification.id, 'outcome report { completeness }')).toEqual({
      outcome: 'MEETS',
      report: { completeness: 'COMPLETE' },
    });
  });
});
