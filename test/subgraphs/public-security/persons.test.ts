import { databaseKinds } from '../../support/databases';
import { expectErrors } from '../../support/ask';
import { openDistrict, type District, twoDepartments } from '../../support/district';
import { family, resident, someone, together, vehicle } from '../../support/family';

const query = `query ($id: ID!) { person(id: $id) { id name idNumber sex birthDate } }`;

describe.each(databaseKinds)('A person on %s', (kind) => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({ departments: twoDepartments, kind, registries: {} });
  });
  afterAll(() => district.close());

  const ask = (id: string) => district.ask(query, { variables: { id } });

  it('is told as the residence registry holds them, the day of birth from the number', async () => {
    const yin = someone('尹某');
    await district.fill({ registries: resident('HJ-1', yin, { sex: 'UNSPECIFIED' }) });
    const id = district.personId(yin.number);
    const { data, errors } = await ask(id);
    expect(errors).toEqual([]);
    // Compared as a boolean: a failing matcher would print the number.
    const { idNumber, ...rest } = data?.['person'] as Record<string, unknown>;
    expect(idNumber === yin.number).toBe(true);
    const birthDate = yin.number.replace(/^.{6}(....)(..)(..).*$/, '$1-$2-$3');
    expect(rest).toEqual({ id, name: '尹某', sex: 'UNSPECIFIED', birthDate });
  });

  it('has the sex of the number where the registry tells none', async () => {
    const yin = someone('尹某');
    await district.fill({ registries: resident('HJ-1', yin) });
    const { data } = await ask(district.personId(yin.number));
    expect(data).toMatchObject({ person: { sex: 'FEMALE' } });
  });

  it('is null where the registry holds none with this id', async () => {
    const yin = someone('尹某');
    await district.fill({ registries: resident('HJ-1', yin) });
    const id = district.personId(yin.number);
    for (const other of [
      district.personId(someone('旁人').number),
      id.slice(1),
      `${id} `,
      id.toUpperCase(),
      '',
    ]) {
      expect(await ask(other)).toEqual({ data: { person: null }, errors: [] });
    }
  });

  it('is null with an error where the registry was never filled', async () => {
    await district.fill({ registries: {}, neverFilled: ['residents'] });
    const asked = await ask(district.personId(someone('尹某').number));
    expectErrors(asked, 'REGISTRY_UNAVAILABLE at person');
    expect(asked.data).toEqual({ person: null });
  });

  const zhou = someone('周某强');
  const moved = resident(
    'HJ-1',
    { ...zhou, name: '周某' },
    { status: 'MOVED_OUT', moved_in_on: '2010-01-01' },
  );
  const older = resident(
    'HJ-2',
    { ...zhou, name: '周某旧' },
    { status: 'MOVED_OUT', moved_in_on: '1999-01-01' },
  );
  const undated = resident('HJ-0', { ...zhou, name: '周某初' }, { status: 'CANCELLED' });
  const active = resident('HJ-9', zhou, { moved_in_on: '2004-03-01' });

  it.each([
    ['the entry in force, whatever its day', together(moved, older, active, undated), '周某强'],
    ['the newest entry where none is in force', together(undated, older, moved), '周某'],
    ['an undated entry where there is no other', undated, '周某初'],
  ])('with several entries is told by %s', async (_, registries, name) => {
    await district.fill({ registries });
    const { data } = await ask(district.personId(zhou.number));
    expect(data).toMatchObject({ person: { name } });
  });

  it('is told wherever the graph refers to them, and null-named where the registry does not hold them', async () => {
    const [yin, yang] = [someone('尹某'), someone('杨某')];
    await district.fill({
      registries: together(
        family('YB-1', [yin, yang]),
        resident('HJ-1', { ...yin, name: '尹某芳' }),
        vehicle('JD-1', yin),
      ),
    });
    const asked = await district.ask(`{
      household(id: "YB-1") {
        members { declaredName person { name birthDate } }
        assets { vehicles { subjects { person { name } } records { owner { name } } } }
      }
    }`);
    const known = { name: '尹某芳' };
    expectErrors(asked);
    expect(asked.data).toMatchObject({
      household: {
        members: [
          { declaredName: '尹某', person: known },
          { declaredName: '杨某', person: { name: null, birthDate: null } },
        ],
        assets: {
          vehicles: {
            subjects: [{ person: known }, { person: { name: null } }],
            records: [{ owner: known }],
          },
        },
      },
    });
  });

  it('has a null name with an error where the registry is silent, and the household stays', async () => {
    await district.fill({ registries: family('YB-1', [someone('尹某')]), neverFilled: ['residents'] });
    const asked = await district.ask(
      '{ household(id: "YB-1") { members { declaredName person { name } } } }',
    );
    expectErrors(asked, 'DEPARTMENT_UNAVAILABLE at household.members.0.person');
    expect(asked.data).toEqual({
      household: { members: [{ declaredName: '尹某', person: { name: null } }] },
    });
  });

  it.each([
    ['A', ['A']],
    ['G;K', ['G', 'K']],
    ['QAQ', ['Q', 'A']],
  ])('owns a vehicle whose state %s is a set of letters', async (status_flags, letters) => {
    const yin = someone('尹某');
    await district.fill({
      registries: together(
        family('YB-1', [yin]),
        vehicle('JD-1', yin, { status_flags, disability_adapted: '是', assessed_value: '600' }),
      ),
    });
    const { data } = await district.ask(
      '{ household(id: "YB-1") { assets { vehicles { records { statusFlags disabilityAdapted assessedValue } } } } }',
    );
    expect(data).toMatchObject({
      household: {
        assets: {
          vehicles: { records: [{ statusFlags: letters, disabilityAdapted: true, assessedValue: '600.00' }] },
        },
      },
    });
  });
});
