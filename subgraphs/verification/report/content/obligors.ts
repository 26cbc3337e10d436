import type { Finding } from '../../../eligibility/engine/assessment';
import type { Ability, ReportedObligor } from '../report';
import type { ReportedPerson, ReportSource } from '../report-source';
import { freeText } from './free-text';

/** What is found of the ability to support somebody. */
const abilityCodes: ReadonlySet<string> = new Set(['OBLIGOR_ABLE', 'OBLIGOR_TO_REVIEW']);

/** Obligors outside the household, of whom a report tells the conclusion alone. */
export function obligorsOf(source: ReportSource): readonly ReportedObligor[] {
  return source.people
    .filter(({ role }) => role === 'OBLIGOR')
    .map((obligor) => ({
      id: obligor.id,
      name: freeText(obligor.declaredName),
      maskedIdNumber: obligor.maskedIdNumber,
      relation: obligor.relation,
      ability: abilityOf(obligor, source),
    }));
}

/** Whether a finding rests on rows about an obligor, or tells of their means. */
export function isOfObligor({ code, person }: Finding, { people }: ReportSource): boolean {
  if (abilityCodes.has(code)) return true;
  return people.some(({ id, role }) => id === person && role === 'OBLIGOR');
}

/** Whether somebody who has to support the applicant can, in Chinese, without the ground of it. */
export function abilityMessage({ code, effect }: Finding, name: string): string {
  if (effect === 'NOTE') return `经核实，未认定法定义务人${name}有履行义务能力。`;
  if (code === 'OBLIGOR_TO_REVIEW') return `需核实法定义务人${name}的履行义务能力。`;
  return effect === 'UNSETTLED'
    ? `法定义务人${name}可能有履行义务能力，有信息未能核清。`
    : `法定义务人${name}有履行义务能力。`;
}

function abilityOf({ id }: ReportedPerson, { verification, assessment }: ReportSource): Ability {
  if (verification.program !== 'SPECIAL_HARDSHIP_SUPPORT') return 'NOT_JUDGED';
  const found = assessment.findings.filter(
    ({ person, code, effect }) => person === id && abilityCodes.has(code) && effect !== 'NOTE',
  );
  if (found.some(({ effect }) => effect === 'BARS')) return 'ABLE';
  if (found.some(({ effect }) => effect === 'REVIEW')) return 'TO_BE_REVIEWED';
  const isOpen = found.length > 0 || assessment.unanswered.some(({ person }) => person === id);
  return isOpen ? 'NOT_ESTABLISHED' : 'NO_GROUNDS_FOUND';
}
