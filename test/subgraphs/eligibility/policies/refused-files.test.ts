import { join } from 'node:path';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { loadWith, problemsOf, smallFolder, trialFile } from './policy-folder';

const edition = 'editions/MINIMUM_LIVING_ALLOWANCE-2017.yaml';
const yuan = "expected an amount of yuan in quotes such as '546.00'";

/** The start stops on the files of `bad/FIXTURE` with these problems, and no others. */
function expectRefused(fixture: string, ...problems: readonly string[]): void {
  expect(problemsOf(() => loadWith(`bad/${fixture}`))).toEqual(problems);
}

describe('A policy file stops the start', () => {
  it.each([
    [
      'unknown-key',
      'region: there is no such key, expected one of id, program, title, document, effectiveFrom, effectiveTo, ' +
        'announcedOn, dayAssumed, draft, documents, parameters, rules',
    ],
    ['duplicate-key', 'line 14, column 3: this key was given before, expected every key once'],
    [
      'broken-yaml',
      'line 14, column 1: it is no YAML (Flow map in block collection must be sufficiently indented and end with ' +
        'a }), expected YAML 1.2',
    ],
    [
      'alias-of-nothing',
      'it is no YAML (Unresolved alias (the anchor must be set before the alias): title), expected YAML 1.2',
    ],
    ['empty-file', 'it is empty, expected a mapping of keys to values'],
    ['only-a-comment', 'it is empty, expected a mapping of keys to values'],
    [
      'no-mapping',
      'it is no mapping, expected a mapping of id, program, title, document, effectiveFrom, effectiveTo, ' +
        'announcedOn, dayAssumed, draft, documents, parameters, rules',
    ],
    ['no-such-day', 'effectiveFrom: the calendar has no such day, expected a day as YYYY-MM-DD'],
    ['day-in-another-form', 'effectiveFrom: it is written in another form, expected a day as YYYY-MM-DD'],
    ['other-file-name', "id: it is not the file's name, expected MINIMUM_LIVING_ALLOWANCE-2017"],
    ['draft', 'draft: a draft is not loaded in production, expected an edition in force'],
    [
      'unknown-program',
      'program: there is no such program, expected one of MINIMUM_LIVING_ALLOWANCE, TEMPORARY_ASSISTANCE, ' +
        'MEDICAL_ASSISTANCE, SPECIAL_HARDSHIP_SUPPORT, HOUSING_ASSISTANCE',
    ],
  ])('of an edition: %s', (fixture, problem) => {
    expectRefused(fixture, `${edition}: ${problem}`);
  });

  it.each([
    [
      'missing-basis',
      'rules.RECENT_DIVORCE.basis: it is missing, expected a mapping of document, article, assumed',
    ],
    [
      'unlisted-document',
      'rules.RECENT_DIVORCE.basis.document: there is no such document, expected one of measures',
    ],
    [
      'unknown-rule',
      'rules.VEHICLE_OWNDED: there is no such rule, expected one of the codes of engine/rules/rule-code.ts',
    ],
    [
      'unknown-effect',
      'rules.RECENT_DIVORCE.effect: there is no such effect, expected one of BARS, UNSETTLED, REVIEW, NOTE',
    ],
    [
      'bars-as-unlisted',
      'rules.RECENT_DIVORCE.barsAs: the edition has no such rule, expected one that it lists',
    ],
    [
      'without-a-rule-of-all',
      'rules.CHECK_UNANSWERED: every edition has it with one effect, expected UNSETTLED',
    ],
    [
      'weakened-rule-of-all',
      'rules.CHECK_UNANSWERED: every edition has it with one effect, expected UNSETTLED',
    ],
    ['bars-as-of-review', 'rules.RECENT_DIVORCE.barsAs: the rule does not bar, expected nothing'],
    ['bars-twice', 'rules.RECENT_DIVORCE.barsWhenConfirmed: the rule bars in any case, expected nothing'],
  ])('for a rule: %s', (fixture, problem) => {
    expectRefused(fixture, `${edition}: ${problem}`);
  });

  it.each([
    [
      'unknown-parameter',
      'parameters.divorceDays: there is no such parameter, expected one of the names of engine/policy/parameters.ts',
    ],
    ['missing-parameter', 'parameters.divorceMonths: it is missing, expected a value for RECENT_DIVORCE'],
    ['unused-parameter', 'parameters.transferMonths: no rule of the edition uses it, expected nothing'],
    ['parameter-of-another-form', 'parameters.divorceMonths.value: it is no number, expected a whole number'],
    [
      'misspelt-disability',
      'parameters.incapacitatingGrades.value.INTELECTUAL: there is no such key, expected one of VISUAL, HEARING, ' +
        'SPEECH, PHYSICAL, INTELLECTUAL, MENTAL, MULTIPLE',
    ],
  ])('for a parameter: %s', (fixture, problem) => {
    expectRefused(fixture, `${edition}: ${problem}`);
  });

  it.each([
    ['amount-of-three-decimals', `0.urban: it has more than two decimals, ${yuan}`],
    ['negative-amount', `0.urban: the amount is negative, ${yuan}`],
    ['amount-without-decimals', `0.urban: it is written in another form, ${yuan}`],
    ['unquoted-amount', `0.urban: it is no text, ${yuan}`],
    [
      'standards-gap',
      '0.effectiveTo: it leaves a gap before what starts on 2018-01-01, expected 2017-12-31 or nothing',
    ],
    [
      'standards-overlap',
      '0.effectiveTo: it overlaps what starts on 2018-01-01, expected 2017-12-31 or nothing',
    ],
    ['standards-same-day', '2.effectiveFrom: another starts on 2018-01-01 too, expected a day of its own'],
    [
      'standard-ends-first',
      '1.effectiveTo: it is before 2018-01-01, the first day, expected that day or later',
    ],
  ])('of standards: %s', (fixture, problem) => {
    expectRefused(fixture, `standards.yaml: standards.${problem}`);
  });

  it('without any standard', () => {
    expectRefused('no-standard', 'standards.yaml: standards: it is empty, expected one entry or more');
  });

  it.each([
    [
      'editions-gap',
      `${edition}: effectiveTo: it leaves a gap before what starts on 2018-01-01, expected 2017-12-31 or nothing`,
    ],
    [
      'editions-overlap',
      `${edition}: effectiveTo: it overlaps what starts on 2018-01-01, expected 2017-12-31 or nothing`,
    ],
    [
      'editions-same-day',
      'editions/MINIMUM_LIVING_ALLOWANCE-2018.yaml: effectiveFrom: another starts on 2017-04-01 too, expected a day ' +
        'of its own',
    ],
    ['stray-file', 'editions/notes.txt: it is no edition, expected PROGRAM-YEAR.yaml'],
  ])('beside others: %s', (fixture, problem) => {
    expectRefused(fixture, problem);
  });

  it('of another program than its name says', () => {
    expectRefused(
      'id-of-another-program',
      `${edition}: id: it does not begin with the program, expected TEMPORARY_ASSISTANCE-YEAR`,
      'editions/TEMPORARY_ASSISTANCE-2017.yaml: effectiveFrom: another starts on 2017-04-01 too, expected a day of ' +
        'its own',
    );
  });

  it.each([
    ['exemption-ends-first', '0.to: it is before 2021-01, expected that month or later'],
    ['exemptions-overlap', '1.from: it overlaps 2021-01 to 2025-12, expected other months'],
  ])('of income exemptions: %s', (fixture, problem) => {
    expectRefused(fixture, `income-exemptions.yaml: basicPension.${problem}`);
  });

  it('that is missing', () => {
    const removed = ['editions/HOUSING_ASSISTANCE-2017.yaml', 'standards.yaml'];
    expect(problemsOf(() => loadWith(null, { acceptDrafts: false }, removed))).toEqual([
      'editions: HOUSING_ASSISTANCE has none, expected HOUSING_ASSISTANCE-YEAR.yaml',
      'standards.yaml: it cannot be read, expected a file',
    ]);
  });

  it('of which there is none', () => {
    expect(problemsOf(() => loadPolicies(join(smallFolder, 'nowhere'))).at(0)).toBe(
      'editions: MINIMUM_LIVING_ALLOWANCE has none, expected MINIMUM_LIVING_ALLOWANCE-YEAR.yaml',
    );
  });

  it('and all that is wrong is told at once', () => {
    expect(() => loadWith('bad/several-mistakes')).toThrow(/^The policy files do not hold:\n {2}editions/);
    expectRefused(
      'several-mistakes',
      `${edition}: rules.RECENT_DIVORCE.effect: there is no such effect, expected one of BARS, UNSETTLED, REVIEW, NOTE`,
      `${edition}: region: there is no such key, expected one of id, program, title, document, effectiveFrom, ` +
        'effectiveTo, announcedOn, dayAssumed, draft, documents, parameters, rules',
      `standards.yaml: standards.0.rural: it is no text, ${yuan}`,
      'income-exemptions.yaml: basicPension.0.to: it is before 2021-01, expected that month or later',
    );
  });

  it('of a trial, in production', () => {
    const load = () => loadWith(null, { trial: trialFile, acceptDrafts: false });
    expect(problemsOf(load)).toEqual([
      `${trialFile}: draft: a draft is not loaded in production, expected an edition in force`,
    ]);
  });
});
