import { findingIdOf } from '../../../../subgraphs/verification/process/finding-id';
import { found, refuted } from '../monitoring/assessments';

const company = found('BUSINESS_REGISTERED', ['businesses/7', 'businesses/12']);

describe('A finding is named', () => {
  test('by rule, person and rows, for good', () => {
    // printf '["BUSINESS_REGISTERED","yin",["businesses/12","businesses/7"]]' | sha256sum | cut -c1-16
    expect(findingIdOf(company)).toBe('f767f4e75c14dd1d');
  });

  test('alike whatever its text, effect or age, and the order of its rows', () => {
    const others = [
      { ...company, message: '其他表述', effect: 'BARS' as const },
      { ...company, evidence: [...company.evidence].reverse() },
      { ...company, evidence: company.evidence.map((row) => ({ ...row, asOf: null })) },
      found('BUSINESS_REGISTERED', ['businesses/12', 'businesses/7', 'businesses/12']),
      refuted(company),
    ];
    for (const other of others) expect(findingIdOf(other)).toBe(findingIdOf(company));
  });

  test('otherwise where rule, person or a row differs', () => {
    const others = [
      company,
      found('BUSINESS_DORMANT', ['businesses/7', 'businesses/12']),
      found('BUSINESS_REGISTERED', ['businesses/7']),
      found('BUSINESS_REGISTERED', ['businesses/7,12']),
      found('BUSINESS_REGISTERED', ['vehicles/7', 'vehicles/12']),
      { ...company, person: 'yang' },
      { ...company, person: null },
      found('CHECK_UNANSWERED', [], { message: '机动车信息未能查询。' }),
      found('CHECK_UNANSWERED', [], { message: '户籍信息未能查询。' }),
    ];
    expect(new Set(others.map((other) => findingIdOf(other))).size).toBe(others.length);
  });
});
