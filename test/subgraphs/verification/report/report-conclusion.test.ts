import type { Finding } from '../../../../subgraphs/eligibility/engine/assessment';
import type { Report } from '../../../../subgraphs/verification/report/report';
import { reportOf } from '../../../../subgraphs/verification/report/report-of';
import { objected, reportedFamily, visited, type Told } from './reported-family';

const reported = (told: Told = {}): Report => reportOf(reportedFamily(told));

const byCode =
  (...codes: readonly string[]) =>
  (findings: readonly Finding[]) =>
    findings.filter(({ code }) => codes.includes(code));

/** A family of which nothing is known but that it lives here. */
const nothing: Told = { obligors: false, program: 'TEMPORARY_ASSISTANCE', rows: {} };

describe('The conclusion of a report', () => {
  it('is 未发现异常 where everything was answered and nothing speaks against', () => {
    const { conclusion, completeness, outcome } = reported(nothing);
    expect(conclusion).toEqual({ word: 'NOTHING_FOUND', chinese: '未发现异常' });
    expect(completeness).toBe('COMPLETE');
    expect(outcome).toEqual({
      code: 'MEETS',
      chinese: '核对信息显示符合条件',
      reasons: ['核对范围内未发现不符合条件的情形。'],
    });
  });

  it('is 发现疑点 where a person has to look', () => {
    const { conclusion, outcome } = reported({ obligors: false });
    expect(conclusion.chinese).toBe('发现疑点');
    expect(outcome.code).toBe('NEEDS_REVIEW');
    expect(outcome.reasons).toContain('杨某名下有机动车渝A12345（车辆类型K33）：不属于可豁免的车辆。');
  });

  it('is 部分未核 where anything stayed silent, whatever else was found', () => {
    const { conclusion, completeness, outcome, unanswered } = reported({
      silences: [['vehicles', 'assets']],
    });
    expect(conclusion.chinese).toBe('部分未核');
    expect(completeness).toBe('PARTIAL');
    expect(outcome.code).toBe('UNDETERMINED');
    expect(unanswered).toEqual(
      ['applicant', 'daughter'].map((person) => ({
        registry: 'vehicles',
        chinese: '机动车',
        person,
        status: 'UNAVAILABLE',
        reason: '未能查询',
      })),
    );
  });

  it('says of an outcome that stands all the same that something was not verified', () => {
    const { outcome } = reported({
      program: 'MINIMUM_LIVING_ALLOWANCE',
      obligors: false,
      silences: [['taxes', 'registrations']],
    });
    expect(outcome.code).toBe('FAILS');
    expect(outcome.reasons.at(-1)).toBe('另有信息未能核对，见“未核对事项”。');
  });

  it('follows what a visit confirmed, and gives it as the reason', () => {
    const { outcome } = reported({
      settle: (findings) =>
        byCode('VEHICLE_OWNED')(findings).map((one) => visited(one, 'CONFIRMED', '车辆停放于小区。')),
    });
    expect(outcome.code).toBe('FAILS');
    expect(outcome.reasons).toEqual([
      '杨某名下有机动车渝A12345（车辆类型K33）：不属于可豁免的车辆。（经核实属实）',
    ]);
  });

  it('lets a confirmed review hold nothing up, and says that people judged it', () => {
    const { outcome, visitQuestions } = reported({
      settle: (findings) =>
        findings
          .filter(({ effect }) => effect === 'REVIEW')
          .map((one) =>
            one.code === 'VEHICLE_OWNED' || one.code === 'BUSINESS_REGISTERED' || one.code === 'SHOP_OWNED'
              ? objected(one, 'REFUTED', '买卖合同')
              : visited(one, 'CONFIRMED', '已核实'),
          ),
    });
    expect(outcome.code).toBe('MEETS');
    expect(outcome.reasons).toContain('已由人核实：有单位为杨某缴纳社会保险，但未申报工资性收入。');
    expect(visitQuestions).toEqual([]);
  });
});
