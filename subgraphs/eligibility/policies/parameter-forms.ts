import { z } from 'zod';
import type { ParameterName, Parameters, ParameterValues } from '../engine/policy/parameters';
import { code, flag, list, listOfSome, mapping, measure, telling, wholeNumber, yuan } from './written-values';

const percent = wholeNumber;
const months = wholeNumber;
const years = wholeNumber;
const vehicleTypes = list(code(/^[A-Z]\d{2}$/, 'a vehicle type such as M21'));

const reliefClass = mapping({
  threshold: yuan,
  steps: listOfSome(mapping({ above: yuan, base: yuan, percent })),
  cap: yuan,
});

const grade = wholeNumber.refine(
  (value) => value >= 1 && value <= 4,
  'there is no such grade, expected 1 to 4',
);

const values: { readonly [name in ParameterName]: z.ZodType<ParameterValues[name]> } = {
  mismatchPercent: percent,
  minorSharePercent: measure,
  recentMonths: months,
  taxMonths: months,
  financialAssetMonths: months,
  excusableAssets: yuan.nullable(),
  acceptDeclaredFinancialAssets: z.boolean(telling('it is neither', 'true or false')),
  schoolFeeMonths: months,
  exemptVehicleTypes: vehicleTypes,
  livelihoodVehicleTypes: vehicleTypes,
  exemptVehicleValue: yuan.nullable(),
  valuedVehicleTypes: list(code(/^[A-Z]$/, 'the letter that a vehicle type begins with, such as K')),
  minimumHousingArea: measure,
  housingAreaMultiple: measure,
  dangerGradesNotCounted: list(code(/^[A-D]$/, 'a danger grade, A to D')),
  divorceMonths: months,
  transferMonths: months,
  purchaseYears: years,
  standardPercent: percent,
  reliefIncomePercent: percent,
  reliefClasses: mapping({ A: reliefClass, B: reliefClass, C: reliefClass, D: reliefClass }),
  workingAge: mapping({ from: years, to: years }),
  studentAge: years,
  incapacitatingGrades: gradesByKind(
    'VISUAL',
    'HEARING',
    'SPEECH',
    'PHYSICAL',
    'INTELLECTUAL',
    'MENTAL',
    'MULTIPLE',
  ),
  ableObligorAge: years,
  reviewedObligorAge: years,
  obligorWagePercent: percent,
};

/** Every figure that an edition may have, each with whether it is assumed. */
export const parameterForms = mapping(
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, mapping({ value, assumed: flag }).optional()]),
  ),
  'parameter',
  'the names of engine/policy/parameters.ts',
) as unknown as z.ZodType<Parameters>;

/** Kinds of disability are spelled out: a misspelt one would remove nobody's capacity, and nobody would notice. */
function gradesByKind(...kinds: readonly string[]) {
  return mapping(Object.fromEntries(kinds.map((kind) => [kind, grade.optional()]))) as unknown as z.ZodType<
    Readonly<Record<string, number>>
  >;
}
