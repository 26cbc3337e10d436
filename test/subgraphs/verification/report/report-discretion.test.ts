import { redactIdNumbers } from '../../../../schema/values/id-number';
import type { Finding } from '../../../../subgraphs/eligibility/engine/assessment';
import { programs } from '../../../../subgraphs/eligibility/engine/facts/program';
import type { Report } from '../../../../subgraphs/verification/report/report';
import { reportOf } from '../../../../subgraphs/verification/report/report-of';
import { objected, reportedFamily, visited, type Told } from './reported-family';

const reported = (told: Told = {}): Report => reportOf(reportedFamily(told));

const byCode =
  (...codes: readonly string[]) =>
  (findings: readonly Finding[]) =>
    findings.filter(({ code }) => codes.includes(code));

describe('Of obligors a report tells', () => {
  it.each([
    ['SPECIAL_HARDSHIP_SUPPORT', ['ABLE', 'TO_BE_REVIEWED']],
    ['MINIMUM_LIVING_ALLOWANCE', ['NOT_JUDGED', 'NOT_JUDGED']],
  ] as const)('whether they can support the applicant: %s', (program, abilities) => {
    expect(reported({ program }).obligors.map(({ ability }) => ability)).toEqual(abilities);
  });

  it('that a ground rests on what stayed silent', () => {
    const { obligors } = reported({
      program: 'SPECIAL_HARDSHIP_SUPPORT',
      silences: [['deaths', 'registrations']],
    });
    expect(obligors[0]?.ability).toBe('NOT_ESTABLISHED');
  });

  it('that people refuted it', () => {
    const { obligors, findings } = reported({
      program: 'SPECIAL_HARDSHIP_SUPPORT',
      settle: (all) =>
        byCode('OBLIGOR_ABLE')(all).map((one) => visited(one, 'REFUTED', '车辆已报废，工资已停发。')),
    });
    expect(obligors[0]?.ability).toBe('NO_GROUNDS_FOUND');
    expect(findings.map(({ message }) => message)).toContain('经核实，未认定法定义务人杨甲有履行义务能力。');
  });

  it.each(programs)('no row, no amount and no registry that knows them: %s', (program) => {
    const report = reported({ program });
    const text = JSON.stringify(report);
    for (const row of ['V-0002', 'T-0001', 'P-son', 'P-brother', '渝B99999', '98765']) {
      expect(text).not.toContain(row);
    }
    expect(report.registries.flatMap(({ statuses }) => statuses.map(({ person }) => person))).not.toContain(
      'son',
    );
    expect(report.findings.map(({ message }) => message).join()).not.toMatch(/杨甲.*(机动车|倍)/);
  });
});

describe('No identity number stands in a report', () => {
  const number = '500112196603020022';

  it('whoever wrote it where', () => {
    const report = reported({
      settle: (all) =>
        byCode('VEHICLE_OWNED')(all).map((one) => ({
          ...objected(one, 'REFUTED', `买方证件${number}`),
          note: `查${number}无误，旧证${number.slice(0, 6)}660302002`,
        })),
      with: { issuedBecause: `申请人${number}未在家` },
    });
    // Digests and pseudonyms are no numbers; nothing else of a report has so many digits together.
    const text = JSON.stringify(report);
    expect(redactIdNumbers(text)).toBe(text);
    expect(text).not.toMatch(/\d{15}/);
    expect(text).toContain('买方证件[redacted]');
  });
});
