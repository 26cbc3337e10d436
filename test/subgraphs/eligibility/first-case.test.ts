import { expectErrors } from '../../support/ask';
import { openDistrict, type District, type Holdings } from '../../support/district';
import { sampleFamilies } from '../../support/sample-families';

const registries = sampleFamilies();

/** The same families, had the first of them applied for another program. */
function applyingFor(program: string): Holdings['registries'] {
  const changed = (table: string) =>
    (registries[table] ?? []).map((row) =>
      row['household_id'] === 'YB-2018-0001' ? { ...row, program } : row,
    );
  return { ...registries, households: changed('households'), authorisations: changed('authorisations') };
}

let district: District;
beforeAll(async () => {
  district = await openDistrict({ registries });
});
afterAll(() => district.close());

interface Told {
  readonly outcome: string;
  /** As `CODE EFFECT name`; without a name where it is the household's. */
  readonly findings: readonly string[];
  readonly unanswered: readonly string[];
}

/** What is found of 尹某's household; notes are left out. */
async function assess(): Promise<Told> {
  const asked = await district.ask(
    `{
      household(id: "YB-2018-0001") {
        members { person { id } declaredName }
        eligibility { outcome findings { code effect person { id } } unanswered { registry status person { id } } }
      }
    }`,
    { role: 'caseworker' },
  );
  expectErrors(asked);
  const { members, eligibility } = asked.data?.['household'] as {
    members: { person: { id: string }; declaredName: string }[];
    eligibility: {
      outcome: string;
      findings: { code: string; effect: string; person: { id: string } | null }[];
      unanswered: { registry: string; status: string; person: { id: string } }[];
    };
  };
  const nameOf = (person: { id: string } | null) =>
    person ? [members.find((member) => member.person.id === person.id)?.declaredName ?? 'nobody'] : [];
  const { outcome, findings, unanswered } = eligibility;
  return {
    outcome,
    findings: findings
      .filter(({ effect }) => effect !== 'NOTE')
      .map(({ code, effect, person }) => [code, effect, ...nameOf(person)].join(' ')),
    unanswered: unanswered.map(({ registry, status, person }) =>
      [registry, status, ...nameOf(person)].join(' '),
    ),
  };
}

describe('The case that it all began with', () => {
  beforeEach(() => district.fill({ registries }));

  it('needs review: the daughter who lives with her owns a company and a Ford', async () => {
    expect(await assess()).toEqual({
      outcome: 'NEEDS_REVIEW',
      findings: ['VEHICLE_OWNED REVIEW 杨某', 'BUSINESS_REGISTERED REVIEW 杨某'],
      unanswered: [],
    });
  });

  it('would fail for the allowance, by the car', async () => {
    await district.fill({ registries: applyingFor('MINIMUM_LIVING_ALLOWANCE') });
    expect(await assess()).toMatchObject({
      outcome: 'FAILS',
      findings: expect.arrayContaining([
        'VEHICLE_OWNED BARS 杨某',
        'BUSINESS_REGISTERED REVIEW 杨某',
      ]) as string[],
    });
  });

  it('is undetermined while the vehicle registry is silent, and the company is still shown', async () => {
    await district.fill({ registries, neverFilled: ['vehicles'] });
    expect(await assess()).toMatchObject({
      outcome: 'UNDETERMINED',
      findings: expect.arrayContaining(['BUSINESS_REGISTERED REVIEW 杨某']) as string[],
      unanswered: ['vehicles UNAVAILABLE 尹某', 'vehicles UNAVAILABLE 杨某'],
    });
  });

  it('is told by the rules of its day, with where they are written and on which row it rests', async () => {
    const { data } = await district.ask(`{
      household(id: "YB-2018-0001") {
        assets { vehicles { asOf records { recordId } } }
        eligibility {
          program assessedOn conclusion policy { id program document effectiveFrom effectiveTo announcedOn }
          income { declaredMonthly assessedMonthly perCapitaMonthly monthlyStandard items { source monthlyAmount } }
          estimate { monthly lumpSum formula }
          findings { code message basis { document effectiveFrom assumed } evidence { registry recordId asOf } }
        }
      }
    }`);
    const { assets, eligibility } = data?.['household'] as {
      assets: { vehicles: { asOf: string; records: { recordId: string }[] } };
      eligibility: { findings: { code: string; evidence: unknown[] }[] };
    };
    expect(eligibility).toMatchObject({
      program: 'TEMPORARY_ASSISTANCE',
      assessedOn: '2018-06-11',
      conclusion: expect.stringMatching(/[\u4E00-\u9FFF]/) as string,
      policy: { id: 'TEMPORARY_ASSISTANCE-2017', effectiveFrom: '2017-04-01', effectiveTo: '2022-12-31' },
      income: { monthlyStandard: '546.00', perCapitaMonthly: expect.stringMatching(/^\d+\.\d\d$/) as string },
      estimate: { monthly: null, lumpSum: expect.stringMatching(/^\d+\.\d\d$/) as string },
    });
    const { asOf, records } = assets.vehicles;
    expect(eligibility.findings.find(({ code }) => code === 'VEHICLE_OWNED')?.evidence).toEqual([
      { registry: 'vehicles', recordId: records[0]?.recordId, asOf },
    ]);
  });
});
