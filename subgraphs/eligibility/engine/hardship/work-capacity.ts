import type { RecordOf } from '../facts/facts';
import type { Household } from '../household/household';
import type { Person } from '../household/person';

/** Whether a person is of an age to work and no disability keeps them from it. */
export function isOfWorkingCondition(household: Household, { age, declared }: Person): boolean {
  const { from, to } = household.parameter('workingAge');
  const { disabilityKind, disabilityGrade } = declared;
  const worst =
    disabilityKind === null ? 0 : (household.parameter('incapacitatingGrades')[disabilityKind] ?? 0);
  const isDisabled = disabilityGrade !== null && disabilityGrade <= worst;
  return from <= age && age <= to && !isDisabled;
}

/** The full-time studies by which somebody too young to be expected to work has no capacity; null at other ages. */
export function studiesOf(household: Household, person: Person): readonly RecordOf<'enrolments'>[] | null {
  if (person.age >= household.parameter('studentAge')) return null;
  return household.records
    .of('enrolments', person.id)
    .filter(({ status, fullTime }) => status === 'ENROLLED' && fullTime);
}
