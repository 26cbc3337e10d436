import type { Finding } from '../../../../subgraphs/eligibility/engine/assessment';
import { findingsToVisit } from '../../../../subgraphs/verification/facts/findings-to-visit';

const finding = (code: Finding['code'], change: Partial<Finding> = {}): Finding => ({
  code,
  effect: 'REVIEW',
  person: null,
  message: '',
  basis: { document: '', assumed: false } as unknown as Finding['basis'],
  evidence: [],
  judged: false,
  ...change,
});

const toVisit = (...findings: readonly Finding[]) => findingsToVisit({ findings }).map(({ code }) => code);

describe('Findings that need a visit before the report', () => {
  it('are those that a person has to judge', () => {
    const all = [finding('VEHICLE_OWNED'), finding('RECENT_DIVORCE'), finding('HOME_TRANSFERRED')];
    expect(toVisit(...all)).toEqual(['VEHICLE_OWNED', 'RECENT_DIVORCE', 'HOME_TRANSFERRED']);
  });

  it('are none that bar, are unsettled or are noted', () => {
    const effects = (['BARS', 'UNSETTLED', 'NOTE'] as const).map((effect) =>
      finding('VEHICLE_OWNED', { effect }),
    );
    expect(toVisit(...effects)).toEqual([]);
  });

  it('are none that somebody has judged', () => {
    expect(toVisit(finding('VEHICLE_OWNED', { judged: true }))).toEqual([]);
  });

  it('are none that only a registry can correct', () => {
    expect(toVisit(finding('MEMBER_DECEASED'))).toEqual([]);
  });

  it('are none that the health-insurance bureau decides', () => {
    expect(toVisit(finding('MEDICAL_NEEDS_REVIEW'), finding('SHOP_OWNED'))).toEqual(['SHOP_OWNED']);
  });
});
