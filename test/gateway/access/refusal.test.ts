import { roles, type Role } from '../../../gateway/access/roles';
import { expectErrors } from '../../support/ask';
import { openDistrict, type District, twoDepartments } from '../../support/district';
import { memoryLedger } from '../../support/memory-ledger';
import { family, resident, someone, together } from '../../support/family';

describe('An operation that asks for too much', () => {
  const yin = someone('尹某');
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      departments: twoDepartments,
      registries: together(family('YB-1', [yin]), resident('HJ-1', yin)),
    });
  });
  afterAll(() => district.close());
  beforeEach(() => district.forget());

  const names = '{ household(id: "YB-1") { address members { declaredName person { name } } } }';

  it('is refused whole: no data, no statement, the fields named', async () => {
    const asked = await district.ask(names, { role: 'caseworker' });
    expectErrors(asked, 'FORBIDDEN');
    expect(asked.data ?? null).toBeNull();
    expect(asked.errors[0]?.extensions).toMatchObject({
      fields: ['Person.name'],
      correlationId: 'test-correlation',
    });
    expect(district.statements).toEqual([]);
  });

  it('is answered to whoever may read it', async () => {
    expect(await district.ask(names, { role: 'verifier' })).toMatchObject({
      data: { household: { members: [{ declaredName: '尹某', person: { name: '尹某' } }] } },
      errors: [],
    });
  });

  it.each(Object.keys(roles) as Role[])(
    'is none for %s where it only asks what that role may read',
    async (role) => {
      const asked = await district.ask('{ household(id: "YB-1") { members { declaredName } } }', { role });
      if (role === 'operator') expectErrors(asked, 'FORBIDDEN');
      else
        expect(asked).toEqual({ data: { household: { members: [{ declaredName: '尹某' }] } }, errors: [] });
    },
  );

  it('names at most twenty fields', async () => {
    const many = `{ household(id: "YB-1") {
      id address residence divisionCode application { number program appliedOn cause declaredRigidSpending }
      members { declaredName maskedIdNumber birthDate relation basis residenceDivision disabilityGrade authorised
        disabilityKind declaredIncome { wages business property transfer } }
    } }`;
    const { errors } = await district.ask(many, { role: 'operator' });
    expect(errors[0]?.extensions?.['fields']).toHaveLength(20);
  });

  it('is not one for the schema, on a development machine', async () => {
    const asked = await district.ask(schema, { role: 'operator' });
    expect(asked).toEqual({ data: { __schema: { queryType: { name: 'Query' } } }, errors: [] });
  });

  it('is one for the schema in production, but for auditors', async () => {
    const settings = {
      DEPLOYMENT: 'production',
      PERSON_KEY: 'ab'.repeat(32),
      TOKEN_KEYS: 'https://issuer.example/keys',
    };
    const production = await openDistrict({
      departments: twoDepartments,
      registries: {},
      settings,
      ledger: memoryLedger(),
    });
    const asked = await production.ask(schema, { role: 'verifier' });
    const auditor = await production.ask(schema, { role: 'auditor' });
    await production.close();
    expectErrors(asked, 'FORBIDDEN');
    expect(asked.errors[0]?.extensions).toMatchObject({ fields: ['Query.__schema'] });
    expect(auditor).toEqual({ data: { __schema: { queryType: { name: 'Query' } } }, errors: [] });
  });
});

const schema = '{ __schema { queryType { name } } }';
