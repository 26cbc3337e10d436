import { statedPurpose } from '../../../gateway/access/purpose';
import { purposesOf, roles, type Role } from '../../../gateway/access/roles';
import { purposes } from '../../../schema/access/purposes';
import { expectErrors } from '../../support/ask';
import { openDistrict, twoDepartments, type District } from '../../support/district';
import { family, resident, someone, together } from '../../support/family';

const everyRole = Object.keys(roles) as Role[];

describe('A stated purpose', () => {
  const table: Readonly<Record<Role, readonly string[]>> = {
    caseworker: ['APPLICATION_REVIEW', 'RECHECK'],
    assistance: ['APPLICATION_REVIEW', 'RECHECK'],
    verifier: ['APPLICATION_REVIEW', 'RECHECK', 'OBJECTION'],
    verification: ['APPLICATION_REVIEW', 'RECHECK', 'OBJECTION'],
    auditor: ['AUDIT'],
    operator: ['OPERATIONS'],
  };

  it.each(everyRole.flatMap((role) => purposes.map((purpose) => [role, purpose] as const)))(
    '%s for %s holds where the role has it',
    (role, purpose) => {
      const holds = table[role].includes(purpose);
      expect(statedPurpose(role, { purpose, reason: '季度抽查' })).toEqual({
        purpose: holds ? purpose : null,
        reason: '季度抽查',
        problem: holds ? null : 'PURPOSE_NOT_ALLOWED',
      });
    },
  );

  it.each(['', 'recheck', 'RECHECK ', 'RECHECK, RECHECK', '__proto__', 'constructor'])(
    'is no purpose where it is %j',
    (purpose) => {
      expect(statedPurpose('caseworker', { purpose }).problem).toBe('PURPOSE_NOT_ALLOWED');
    },
  );

  it('is none where no header says it, and that is no problem yet', () => {
    expect(statedPurpose('caseworker', {})).toEqual({ purpose: null, reason: null, problem: null });
  });

  it('needs a reason for an audit', () => {
    for (const reason of [undefined, '', '  ']) {
      expect(statedPurpose('auditor', { purpose: 'AUDIT', reason }).problem).toBe('REASON_REQUIRED');
    }
  });
});

describe('A reason', () => {
  const reasonOf = (reason: string) => statedPurpose('auditor', { purpose: 'AUDIT', reason });
  /** A header as Node hands it on: a character a byte. */
  const asBytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

  it.each([
    ['in letters', 'spot check 2018/07', 'spot check 2018/07'],
    ['in Chinese, raw', asBytes('群众举报复查'), '群众举报复查'],
    ['in Chinese, percent-encoded', encodeURIComponent('群众举报复查'), '群众举报复查'],
    ['of 500 characters', encodeURIComponent('查'.repeat(500)), '查'.repeat(500)],
  ])('%s is taken', (_, header, reason) => {
    expect(reasonOf(header)).toEqual({ purpose: 'AUDIT', reason, problem: null });
  });

  it.each([
    ['of 501 characters', encodeURIComponent('查'.repeat(501))],
    ['of two lines', 'one%0Atwo'],
    ['with a carriage return', 'one%0D%0Ax-role: auditor'],
    ['with a control character', 'one%00two'],
    ['with a line separator', encodeURIComponent('one\u2028two')],
    ['with a mark that turns the text around', encodeURIComponent('one\u202Etwo')],
    ['that is not UTF-8', '\xff\xfe'],
    ['whose encoding is broken', '100%'],
    ['with an identity number', `about ${someone('尹某').number}`],
  ])('%s is refused', (_, header) => {
    expect(reasonOf(header)).toEqual({ purpose: null, reason: null, problem: 'REASON_INVALID' });
  });
});

describe('An operation without a purpose', () => {
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

  const registry = '{ household(id: "YB-1") { registrations { residents { status } } } }';

  it.each<[string, Role, string, string[]]>([
    ['a registry', 'caseworker', registry, ['HouseholdRegistrations.residents', 'ResidentCheck.status']],
    [
      'an assessment',
      'assistance',
      '{ household(id: "YB-1") { eligibility { outcome } } }',
      ['Household.eligibility', 'Eligibility.outcome'],
    ],
    ['who somebody is', 'verifier', '{ person(id: "a") { name } }', ['Query.person', 'Person.name']],
    [
      'who looked',
      'auditor',
      '{ accessLog { pageInfo { hasNextPage } } }',
      ['Query.accessLog', 'AccessConnection.pageInfo'],
    ],
  ])('is refused before anything is asked where it asks for %s', async (_, role, query, fields) => {
    const asked = await district.ask(query, { role, purpose: null });
    expectErrors(asked, 'PURPOSE_REQUIRED');
    expect(asked.errors[0]?.extensions).toMatchObject({ fields });
    expect(asked.data ?? null).toBeNull();
    expect(district.statements).toEqual([]);
  });

  it('is answered where it asks what was declared', async () => {
    expect(
      await district.ask('{ household(id: "YB-1") { members { declaredName } } }', {
        role: 'caseworker',
        purpose: null,
      }),
    ).toEqual({ data: { household: { members: [{ declaredName: '尹某' }] } }, errors: [] });
  });

  it.each(everyRole.filter((role) => role !== 'operator'))(
    'is told so before %s is told that a purpose is another’s',
    async (role) => {
      for (const purpose of purposes.filter((other) => !purposesOf[role].includes(other))) {
        expectErrors(await district.ask(registry, { role, purpose }), 'PURPOSE_NOT_ALLOWED');
      }
      expect(district.statements).toEqual([]);
    },
  );

  it('is forbidden first where the role may not ask it at all', async () => {
    expectErrors(
      await district.ask('{ person(id: "a") { name } }', { role: 'caseworker', purpose: null }),
      'FORBIDDEN',
    );
  });

  it('is refused to an auditor who does not say why', async () => {
    expectErrors(await district.ask(registry, { role: 'auditor', reason: '' }), 'REASON_REQUIRED');
    expect(district.statements).toEqual([]);
  });
});
