import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Facts } from '../../eligibility/engine/facts/facts';
import { ageOn, monthBefore, monthOf } from '../../eligibility/engine/household/calendar';
import type { RecheckMeasures, Situation } from './rechecks-file';

type Member = Facts['members'][number];

/**
 * What the facts say of how soon a family's circumstances may change. Illness is in no registry, and neither is what
 * the family earned before: only disability tells of the one, and that nobody can work or trades tells of the other
 * (both assumed). A registry that is silent makes nobody employed: at worst the family is looked at more often.
 */
export function situationOf(facts: Facts, on: CalendarDate, measures: RecheckMeasures): Situation {
  const members = facts.members.filter((member) => !isDead(facts, member));
  const able = members.filter((member) => isAble(facts, member, on, measures));
  if (able.some((member) => !isEmployed(facts, member, on, measures))) {
    return facts.residence === 'URBAN' ? 'unemployedInTown' : 'unemployedInCountry';
  }
  if (able.length > 0 || members.some(({ declaredIncome }) => isSome(declaredIncome.business))) {
    return 'ableOrUnstable';
  }
  const isSevere = ({ disabilityGrade }: Member) =>
    disabilityGrade !== null && disabilityGrade <= measures.severeGrade;
  return members.some(isSevere) ? 'disabled' : 'stable';
}

/** Of working age (法定劳动年龄), not at school, and with no disability that keeps them from work. */
function isAble(
  { registrations }: Facts,
  { person, birthDate, disabilityKind, disabilityGrade }: Member,
  on: CalendarDate,
  { workingAge, incapacitatingGrades }: RecheckMeasures,
): boolean {
  const age = ageOn(birthDate, on);
  const worst = disabilityKind === null ? 0 : (incapacitatingGrades[disabilityKind] ?? 0);
  const isIncapable = disabilityGrade !== null && disabilityGrade <= worst;
  const studies = registrations.enrolments.records.some(
    (one) => one.person === person && one.status === 'ENROLLED' && one.fullTime,
  );
  return workingAge.from <= age && age <= workingAge.to && !isIncapable && !studies;
}

/** Earns wages or from a trade by what the family declared, or is insured by an employer who still pays. */
function isEmployed(
  { registrations }: Facts,
  { person, declaredIncome }: Member,
  on: CalendarDate,
  { recentMonths }: RecheckMeasures,
): boolean {
  if (isSome(declaredIncome.wages) || isSome(declaredIncome.business)) return true;
  const recent = monthBefore(monthOf(on), recentMonths);
  return registrations.socialInsurance.records.some(
    (one) =>
      one.person === person &&
      one.status === 'ACTIVE' &&
      one.payerType === 'EMPLOYER' &&
      one.paidThrough !== null &&
      one.paidThrough >= recent,
  );
}

function isDead({ registrations: { deaths, residents } }: Facts, { person }: Member): boolean {
  return (
    deaths.records.some((one) => one.person === person) ||
    residents.records.some((one) => one.person === person && one.status === 'CANCELLED_BY_DEATH')
  );
}

function isSome(amount: number | null): boolean {
  return amount !== null && amount > 0;
}
