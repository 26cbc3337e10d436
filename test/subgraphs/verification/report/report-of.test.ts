import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../schema/package-root';
import type { Finding } from '../../../../subgraphs/eligibility/engine/assessment';
import type { Report } from '../../../../subgraphs/verification/report/report';
import { reportOf } from '../../../../subgraphs/verification/report/report-of';
import { objected, reportedFamily, visited, type Told } from './reported-family';

const reported = (told: Told = {}): Report => reportOf(reportedFamily(told));

const byCode =
  (...codes: readonly string[]) =>
  (findings: readonly Finding[]) =>
    findings.filter(({ code }) => codes.includes(code));

describe('A report tells', () => {
  it('which verification, version and application it is', () => {
    const { number, version, previousDigest, issuedAt, application } = reported({
      with: { version: 2, previousDigest: 'a'.repeat(64) },
    });
    expect({ number, version, previousDigest }).toEqual({
      number: 'HC-2018-3F9A-6C1D-2',
      version: 2,
      previousDigest: 'a'.repeat(64),
    });
    expect(issuedAt).toBe('2018-07-03T10:15:00+08:00');
    expect(application).toMatchObject({ programChinese: '临时救助', commissionedBy: '某街道办事处' });
  });

  it.each([
    [{}, 'MATCHED'],
    [{ rows: {} }, 'NOT_REGISTERED'],
    [{ silences: [['residents', 'registrations']] as const }, 'UNANSWERED'],
  ])('what the residence registry says of who a member is: %j', (told, identity) => {
    expect(reported(told).members.map((member) => member.identity)).toEqual([identity, identity]);
  });

  it('that the residence registry knows a member by another name', () => {
    const source = reportedFamily();
    const { residents } = source.facts.registrations;
    const statuses = new Map([...residents.statuses, ['daughter', 'IDENTITY_CONFLICT'] as const]);
    const registrations = { ...source.facts.registrations, residents: { ...residents, statuses } };
    const { members } = reportOf({ ...source, facts: { ...source.facts, registrations } });
    expect(members.map(({ identity }) => identity)).toEqual(['MATCHED', 'NAME_CONFLICT']);
  });

  it('each authorisation, with the registries that answered for that person by it', () => {
    const { authorisations } = reported({ silences: [['taxes', 'registrations']] });
    expect(authorisations[1]).toMatchObject({
      number: 'SQ-2018-000002',
      person: 'daughter',
      program: 'TEMPORARY_ASSISTANCE',
    });
    expect(authorisations[1]?.registries).toContain('vehicles');
    expect(authorisations[1]?.registries).not.toContain('taxes');
  });

  it('what was declared against what was found, member by member', () => {
    const { declared } = reported();
    expect(declared.income.filter(({ head }) => head === 'WAGES')).toEqual([
      { person: 'applicant', head: 'WAGES', declared: '0.00', indicated: '0.00', difference: '0.00' },
      { person: 'daughter', head: 'WAGES', declared: '0.00', indicated: '4321.00', difference: '4321.00' },
    ]);
    expect(declared.residence[0]).toEqual({ person: 'applicant', declared: '500112', found: ['500112'] });
    expect(declared).toMatchObject({ financialAssets: '2000.00', rigidSpending: '50000.00' });
    const counts = declared.property.map(({ person, kind, count }) => `${person} ${kind} ${count}`);
    expect(counts).toEqual([
      'applicant VEHICLES 0',
      'applicant HOMES 1',
      'applicant SHOPS 1',
      'applicant PRESALE_HOMES 0',
      'applicant BUSINESSES 0',
      'daughter VEHICLES 1',
      'daughter HOMES 0',
      'daughter SHOPS 0',
      'daughter PRESALE_HOMES 0',
      'daughter BUSINESSES 1',
    ]);
  });

  it('no number of things where a registry was silent: that is not none', () => {
    const { declared } = reported({ silences: [['vehicles', 'assets']] });
    expect(declared.property.filter(({ kind }) => kind === 'VEHICLES').map(({ count }) => count)).toEqual([
      null,
      null,
    ]);
  });

  it('income by the four heads, with the row of each source', () => {
    const { income } = reported();
    expect(income.heads).toEqual([
      { head: 'WAGES', monthly: '4321.00' },
      { head: 'BUSINESS', monthly: '0.00' },
      { head: 'PROPERTY', monthly: '0.00' },
      { head: 'TRANSFER', monthly: '0.00' },
    ]);
    expect(income.items).toContainEqual({
      person: 'daughter',
      head: 'WAGES',
      monthly: '4321.00',
      counted: true,
      source: 'socialInsurance',
      recordId: 'S-0001',
      reason: '单位缴纳社会保险，缴费基数4321.00元',
    });
  });

  it('of a finding, where it is written and on which rows it rests', () => {
    const found = reported().findings.find(({ code }) => code === 'BUSINESS_REGISTERED');
    expect(found).toMatchObject({
      effect: 'REVIEW',
      person: 'daughter',
      basis: {
        document: expect.any(String),
        effectiveFrom: expect.any(String),
        assumed: expect.any(Boolean),
      },
      evidence: [{ registry: 'businesses', recordId: 'B-0001', asOf: '2018-07-02T00:00:00+08:00' }],
      verdict: null,
    });
  });

  it('what an objection came to, and what the family brought forward', () => {
    const { settled, findings } = reported({
      settle: (all) => byCode('VEHICLE_OWNED')(all).map((one) => objected(one, 'REFUTED', '过户发票')),
    });
    expect(settled).toEqual([
      {
        findingId: expect.stringMatching(/^[0-9a-f]{16}$/),
        finding: '经核实不成立：杨某名下有机动车渝A12345（车辆类型K33）：不属于可豁免的车辆。',
        by: 'OBJECTION',
        verdict: 'REFUTED',
        note: '经复核。',
        on: '2018-07-20',
        evidence: '过户发票',
      },
    ]);
    expect(findings.find(({ id }) => id === settled[0]?.findingId)).toMatchObject({
      effect: 'NOTE',
      verdict: 'REFUTED',
    });
  });

  it('what was settled of a finding that is not there any more', () => {
    const gone = reportedFamily().assessment.findings[0] as Finding;
    const { settled } = reported({
      rows: {},
      settle: () => [visited({ ...gone, person: 'nobody' }, 'REFUTED', '已无此事。')],
    });
    expect(settled).toMatchObject([{ finding: null, note: '已无此事。' }]);
  });

  it('what a visit should ask about each finding that holds something up', () => {
    const { visitQuestions, findings } = reported();
    const asked = findings.filter(({ id }) => visitQuestions.some(({ findingId }) => findingId === id));
    expect(asked.map(({ code }) => code)).toEqual([
      'INCOME_MISMATCH',
      'UNDECLARED_EMPLOYMENT',
      'VEHICLE_OWNED',
      'BUSINESS_REGISTERED',
      'SHOP_OWNED',
    ]);
    expect(visitQuestions[2]?.question).toMatch(/^（杨某）车辆现由谁使用/);
  });

  it('that it is a basis and no decision, and how to object', () => {
    const { notice, objection } = reported();
    expect(notice).toContain('不是给予或者不予救助的决定');
    expect(objection).toEqual({
      within: '自告知之日起10个工作日内',
      to: '某区社会救助核查认定中心',
      bring: ['身份证件', '有关证明材料'],
    });
  });
});

it('The form is documented field by field', () => {
  const page = readFileSync(join(packageRoot, 'subgraphs/verification/report/REPORT.md'), 'utf8');
  const documented = [...page.matchAll(/^\| ([a-zA-Z, ]+) \|/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  expect(documented.filter((name) => name !== 'field').sort()).toEqual(Object.keys(reported()).sort());
});

it('The same source gives the same report', () => {
  expect(reported()).toEqual(reported());
});
