import { parseYuan } from '../../../../schema/values/yuan';
import type { Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { ParameterName } from '../../../../subgraphs/eligibility/engine/policy/parameters';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';

const policies = loadPolicies();

/** A figure of a program in its editions, the earliest first. */
function valuesOf(program: Program, name: ParameterName): readonly unknown[] {
  return policies.editions
    .filter((edition) => edition.program === program)
    .map(({ parameters }) => parameters[name]?.value);
}

const yuan = (text: string) => parseYuan(text);

describe('A figure of the allowance in 2013, 2017 and 2022', () => {
  it.each<[ParameterName, unknown, unknown, unknown]>([
    ['standardPercent', 100, 100, 100],
    ['mismatchPercent', 10, 10, 10],
    ['recentMonths', 6, 6, 6],
    ['taxMonths', 12, 12, 12],
    ['divorceMonths', 12, 12, 12],
    ['financialAssetMonths', 12, 12, 24],
    ['excusableAssets', null, null, yuan('50000.00')],
    ['acceptDeclaredFinancialAssets', true, true, true],
    ['schoolFeeMonths', 12, 12, 12],
    ['exemptVehicleTypes', [], ['M21', 'M22'], ['M21', 'M22']],
    ['livelihoodVehicleTypes', [], ['M14'], ['M14']],
    ['exemptVehicleValue', null, null, yuan('30000.00')],
    ['valuedVehicleTypes', [], [], ['K']],
    ['minorSharePercent', 1, 1, 1],
    ['minimumHousingArea', 13, 13, 13],
    ['housingAreaMultiple', 3, 3, 3],
    ['dangerGradesNotCounted', [], ['C', 'D'], ['C', 'D']],
    ['transferMonths', 12, 12, 12],
    ['purchaseYears', 3, 3, 3],
  ])('%s is %j, %j and %j', (name, ...values) => {
    expect(valuesOf('MINIMUM_LIVING_ALLOWANCE', name)).toEqual(values);
  });

  it('is the same in every other program that has it, but for the standard of medical assistance', () => {
    for (const { program, id, parameters } of policies.editions) {
      const own = policies.editions.find(
        (edition) => edition.id === id.replace(program, 'MINIMUM_LIVING_ALLOWANCE'),
      );
      for (const name of Object.keys(parameters) as ParameterName[]) {
        if (program === 'MEDICAL_ASSISTANCE' && name === 'standardPercent') continue;
        if (own?.parameters[name]) expect(parameters[name]).toEqual(own.parameters[name]);
      }
    }
    expect(valuesOf('MEDICAL_ASSISTANCE', 'standardPercent')).toEqual([150, 150, 150]);
  });
});

describe('Temporary assistance', () => {
  it('has the thresholds, rates and caps of its classes in all editions', () => {
    const step = (above: string, base: string, percent: number) => ({
      above: yuan(above),
      base: yuan(base),
      percent,
    });
    const classes = {
      A: { threshold: yuan('300'), steps: [step('300', '0', 90)], cap: yuan('50000') },
      B: { threshold: yuan('3000'), steps: [step('3000', '0', 40)], cap: yuan('40000') },
      C: { threshold: yuan('20000'), steps: [step('20000', '0', 30)], cap: yuan('30000') },
      D: {
        threshold: yuan('30000'),
        steps: [step('30000', '1000', 10), step('50000', '3000', 20)],
        cap: yuan('30000'),
      },
    };
    expect(valuesOf('TEMPORARY_ASSISTANCE', 'reliefClasses')).toEqual([classes, classes, classes]);
    expect(valuesOf('TEMPORARY_ASSISTANCE', 'reliefIncomePercent')).toEqual([200, 200, 200]);
  });
});

describe('Special hardship support', () => {
  it.each<[ParameterName, unknown]>([
    ['workingAge', { from: 16, to: 59 }],
    ['studentAge', 18],
    ['incapacitatingGrades', { INTELLECTUAL: 3, MENTAL: 3, PHYSICAL: 2, VISUAL: 1 }],
    ['ableObligorAge', 60],
    ['reviewedObligorAge', 70],
    ['obligorWagePercent', 200],
  ])('has %s as %j in all editions', (name, value) => {
    expect(valuesOf('SPECIAL_HARDSHIP_SUPPORT', name)).toEqual([value, value, value]);
  });
});

describe('Assumed figures', () => {
  it('are those that RULES.md says', () => {
    const assumed = new Map<ParameterName, Set<string>>();
    for (const { id, parameters } of policies.editions) {
      for (const name of Object.keys(parameters) as ParameterName[]) {
        if (parameters[name]?.assumed) assumed.set(name, (assumed.get(name) ?? new Set()).add(id.slice(-4)));
      }
    }
    const all = new Set(['2013', '2017', '2022']);
    expect(Object.fromEntries(assumed)).toEqual({
      taxMonths: all,
      acceptDeclaredFinancialAssets: all,
      minimumHousingArea: all,
      reliefClasses: all,
      obligorWagePercent: all,
      livelihoodVehicleTypes: new Set(['2017', '2022']),
      purchaseYears: new Set(['2022']),
    });
  });
});
