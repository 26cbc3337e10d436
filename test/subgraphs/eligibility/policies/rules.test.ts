import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { programs, type Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { RuleCode } from '../../../../subgraphs/eligibility/engine/rules/rule-code';
import type { FiledEdition } from '../../../../subgraphs/eligibility/policies/edition-of';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { expectedEffects, propertyRules, type Year } from './expected-effects';

const policies = loadPolicies();
const firstDays: Readonly<Record<Year, string>> = {
  '2013': '2013-11-01',
  '2017': '2017-04-01',
  '2022': '2023-01-01',
};
const years = Object.keys(firstDays) as readonly Year[];
const everyEdition = programs.flatMap((program) => years.map((year) => [program, year] as const));

function editionOf(program: Program, year: Year): FiledEdition {
  const edition = policies.edition(program, firstDays[year] as CalendarDate);
  if (edition?.id !== `${program}-${year}`) throw new Error(`There is no ${program}-${year}.`);
  return edition;
}

/** The codes of an edition whose entries are so. */
function codesWhere(
  { rules }: FiledEdition,
  isSo: (entry: NonNullable<ReturnType<FiledEdition['rules']['get']>>) => boolean,
): readonly RuleCode[] {
  return [...rules].filter(([, entry]) => isSo(entry)).map(([code]) => code);
}

it('There are three editions of each of the five programs', () => {
  expect(policies.editions.map(({ id }) => id)).toEqual(
    everyEdition.map(([program, year]) => `${program}-${year}`),
  );
  expect(policies.editions.filter(({ draft }) => draft)).toEqual([]);
});

describe('The rules of RULES.md, with their effects, are those of', () => {
  it.each(everyEdition)('%s %s', (program, year) => {
    const { rules } = editionOf(program, year);
    const effects = Object.fromEntries([...rules].map(([code, { effect }]) => [code, effect]));
    expect(effects).toEqual(expectedEffects[program][year]);
  });
});

describe('A confirmed finding', () => {
  const looked = [
    'FINANCIAL_ASSETS_ABOVE_LIMIT',
    'VEHICLE_OWNED',
    'BUSINESS_REGISTERED',
    'HOMES_ABOVE_LIMIT',
    'SHOP_OWNED',
    'PRESALE_PURCHASE',
  ];

  it.each<[Program, readonly string[]]>([
    ['MINIMUM_LIVING_ALLOWANCE', ['INCOME_INDICATED_ABOVE_STANDARD']],
    ['TEMPORARY_ASSISTANCE', looked],
    ['MEDICAL_ASSISTANCE', ['INCOME_INDICATED_ABOVE_STANDARD', ...looked]],
    ['SPECIAL_HARDSHIP_SUPPORT', []],
    ['HOUSING_ASSISTANCE', []],
  ])('of %s bars where RULES.md says so', (program, codes) => {
    for (const year of years) {
      expect(codesWhere(editionOf(program, year), (entry) => entry.barsWhenConfirmed)).toEqual(codes);
    }
  });
});

describe('Property that bars', () => {
  it('is a livelihood in special hardship support, and itself elsewhere', () => {
    for (const [program, year] of everyEdition) {
      const edition = editionOf(program, year);
      const isHardship = program === 'SPECIAL_HARDSHIP_SUPPORT';
      const barring = codesWhere(edition, ({ effect }) => effect === 'BARS');
      expect(codesWhere(edition, ({ barsAs }) => barsAs === 'LIVELIHOOD_ABOVE_LIMIT')).toEqual(
        isHardship ? barring.filter((code) => propertyRules.includes(code)) : [],
      );
      expect(codesWhere(edition, ({ barsAs }) => barsAs !== null && !isHardship)).toEqual([]);
    }
  });
});

describe('What is assumed', () => {
  const assumedOf = (program: Program, year: Year) =>
    codesWhere(editionOf(program, year), ({ basis }) => basis.assumed);

  it('is little of the allowance', () => {
    expect(assumedOf('MINIMUM_LIVING_ALLOWANCE', '2013')).toEqual(['JOINT_OWNERSHIP']);
    expect(assumedOf('MINIMUM_LIVING_ALLOWANCE', '2017')).toEqual(['JOINT_OWNERSHIP', 'SHOP_OWNED']);
    expect(assumedOf('MINIMUM_LIVING_ALLOWANCE', '2022')).toEqual([
      'HOMES_ABOVE_LIMIT',
      'JOINT_OWNERSHIP',
      'SHOP_OWNED',
      'PRESALE_PURCHASE',
    ]);
  });

  it('is all property of the four others, and what RULES.md says besides', () => {
    const others: readonly (readonly [Program, readonly RuleCode[]])[] = [
      ['TEMPORARY_ASSISTANCE', ['RIGID_SPENDING_BELOW_THRESHOLD']],
      ['MEDICAL_ASSISTANCE', []],
      ['SPECIAL_HARDSHIP_SUPPORT', ['DUPLICATE_BENEFIT', 'LIVELIHOOD_ABOVE_LIMIT', 'OBLIGOR_ABLE']],
      ['HOUSING_ASSISTANCE', ['HOUSING_ADEQUATE']],
    ];
    for (const [program, besides] of others) {
      const listed = codesWhere(editionOf(program, '2022'), () => true);
      const expected = listed.filter((code) => propertyRules.includes(code) || besides.includes(code));
      expect(assumedOf(program, '2022')).toEqual(expected);
    }
  });

  it('are the first days of the second and the third edition', () => {
    for (const [program, year] of everyEdition) {
      expect(editionOf(program, year).dayAssumed).toBe(year !== '2013');
    }
  });
});

describe('A basis', () => {
  it('names the edition’s document for a vehicle that bars', () => {
    const documents = years.map(
      (year) => editionOf('MINIMUM_LIVING_ALLOWANCE', year).rules.get('VEHICLE_OWNED')?.basis,
    );
    expect(documents).toMatchObject([
      { document: '重庆市最低生活保障条件认定办法 (2013)', effectiveFrom: '2013-11-01' },
      { document: '渝府办发〔2017〕33号', effectiveFrom: '2017-04-01' },
      { document: '渝府办发〔2022〕128号', effectiveFrom: '2023-01-01' },
    ]);
  });

  it('was in force from the first day that its edition applies on, unless it is assumed', () => {
    const firstStandard = policies.standards[0]!.effectiveFrom;
    for (const { id, effectiveFrom, rules } of policies.editions) {
      const applies = effectiveFrom < firstStandard ? firstStandard : effectiveFrom;
      const tooLate = [...rules]
        .filter(([, { basis }]) => basis.effectiveFrom > applies && !basis.assumed)
        .map(([code]) => `${id} ${code}`);
      expect(tooLate).toEqual([]);
    }
  });
});
