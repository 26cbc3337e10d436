import { rulesDocument } from '../../../../subgraphs/eligibility/docs/rules-table';
import { programs } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';

const document = rulesDocument(loadPolicies());

/** The cells of the row of a section that begins with a word. */
function cellsOf(section: string, word: string): readonly string[] {
  const [, rest = ''] = document.split(`\n## ${section}\n`);
  const [own = ''] = rest.split('\n## ');
  const row = own.split('\n').find((line) => line.startsWith(`| ${word} |`));
  if (row === undefined) throw new Error(`${section} has no row ${word}.`);
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** The effects of a rule in 2013, 2017 and 2022, and its basis. */
const ruleRow = (program: string, code: string) => cellsOf(program, code).slice(2);

describe('RULES.md', () => {
  it('has a section for every program', () => {
    const sections = document.match(/(?<=^## ).*/gm);
    expect(sections).toEqual([
      ...['Principles', 'Income', 'After a visit'],
      ...programs,
      ...['Standards', 'Income that does not count', 'Documents'],
    ]);
  });

  it('tells a rule with its effect by edition and where it is written', () => {
    const own = 'the edition’s document';
    expect(ruleRow('MINIMUM_LIVING_ALLOWANCE', 'VEHICLE_OWNED')).toEqual(['BARS', 'BARS', 'BARS', own]);
    expect(ruleRow('MINIMUM_LIVING_ALLOWANCE', 'INCOME_ABOVE_STANDARD').at(-1)).toBe(
      '社会救助暂行办法 第九条',
    );
    expect(ruleRow('MINIMUM_LIVING_ALLOWANCE', 'BUSINESS_REGISTERED')).toEqual([
      'BARS',
      'REVIEW',
      'REVIEW',
      '2013: the edition’s document; 2017, 2022: 重庆市城乡居民最低生活保障条例 第十三条',
    ]);
  });

  it('marks what is assumed with an asterisk', () => {
    expect(ruleRow('MINIMUM_LIVING_ALLOWANCE', 'SHOP_OWNED').slice(0, 3)).toEqual([
      'BARS',
      'BARS\\*',
      'BARS\\*',
    ]);
    expect(cellsOf('HOUSING_ASSISTANCE', 'minimumHousingArea').slice(2)).toEqual(['13\\*', '13\\*', '13\\*']);
    expect(cellsOf('MINIMUM_LIVING_ALLOWANCE', '2017')[2]).toBe('2017-04-01\\*');
  });

  it('tells what a visit and hardship support make of a finding', () => {
    expect(ruleRow('TEMPORARY_ASSISTANCE', 'VEHICLE_OWNED')[1]).toBe('REVIEW, BARS once confirmed\\*');
    expect(ruleRow('SPECIAL_HARDSHIP_SUPPORT', 'VEHICLE_OWNED')[1]).toBe('BARS as LIVELIHOOD_ABOVE_LIMIT\\*');
  });

  it('tells every figure by edition', () => {
    const figure = (program: string, name: string) => cellsOf(program, name).slice(2);
    expect(figure('MINIMUM_LIVING_ALLOWANCE', 'financialAssetMonths')).toEqual(['12', '12', '24']);
    expect(figure('MINIMUM_LIVING_ALLOWANCE', 'exemptVehicleTypes')).toEqual([
      'none',
      'M21, M22',
      'M21, M22',
    ]);
    expect(figure('MINIMUM_LIVING_ALLOWANCE', 'exemptVehicleValue')).toEqual(['none', 'none', '30000.00']);
    expect(figure('SPECIAL_HARDSHIP_SUPPORT', 'workingAge')[0]).toBe('16 to 59');
    expect(figure('SPECIAL_HARDSHIP_SUPPORT', 'incapacitatingGrades')[0]).toBe(
      'VISUAL 1, PHYSICAL 1 to 2, INTELLECTUAL 1 to 3, MENTAL 1 to 3',
    );
    expect(figure('TEMPORARY_ASSISTANCE', 'reliefClasses')[0]).toBe(
      [
        'A: nothing up to 300.00; above 300.00 90 % of the rest; at most 50000.00',
        'B: nothing up to 3000.00; above 3000.00 40 % of the rest; at most 40000.00',
        'C: nothing up to 20000.00; above 20000.00 30 % of the rest; at most 30000.00',
        'D: nothing up to 30000.00; above 30000.00 1000.00 and 10 % of the rest; ' +
          'above 50000.00 3000.00 and 20 % of the rest; at most 30000.00\\*',
      ].join('<br>'),
    );
  });

  it('tells the standards with their days', () => {
    expect(cellsOf('Standards', '2017-04-01').slice(1, 6)).toEqual([
      '2017-12-31',
      '2017-08-17\\*',
      '500.00',
      '350.00',
      '650.00',
    ]);
    expect(cellsOf('Standards', '2023-09-01')[5]).toBe('956.00\\*');
    expect(cellsOf('Documents', '渝府办发〔2022〕128号')[1]).toBe('2023-01-01\\*');
  });
});
