import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { isJudgeable } from '../../../../subgraphs/verification/process/judgeable';
import type { Case, Finding } from '../case';
import { planIn, type OfficeDay } from '../office';

/** Of families with a finding against them, so many contest it; of all others, so many say that they do not. */
const [objecting, agreeing] = [0.08, 0.7];

const manners = [
  ['IN_PERSON', 0.5],
  ['BY_TELEPHONE', 0.3],
  ['IN_WRITING', 0.2],
] as const;

/** The family is told of the newest report. Some object to it once, most agree, the others let the time pass. */
export async function tell(whom: Case, day: OfficeDay): Promise<void> {
  const dice = whom.dice(`hearing ${whom.standing.version}`);
  const isFirst = whom.objectedTo === null;
  await whom.step(whom.caseworker, 'NotifyFamily', { manner: dice.weighted(manners) });
  const { clocks, today, diary } = day;
  const until = clocks.deadlines.objectionsUntil(today);
  const within = earlier(clocks.workingDays.addWorkingDays(today, dice.between(1, 4)), until);
  const contested = whom.findings.filter(canBeContested);
  if (isFirst && contested.length > 0 && dice.chance(objecting)) {
    whom.objectedTo = dice.pick(contested);
    diary.plan(within, 'HEAR', whom);
  } else if (dice.chance(agreeing)) {
    diary.plan(within, 'HEAR', whom);
  } else {
    diary.plan(clocks.workingDays.addWorkingDays(until, dice.between(1, 3)), 'CONCLUDE', whom);
  }
}

/** What the family answers to the report. */
export async function hear(whom: Case, day: OfficeDay): Promise<void> {
  const dice = whom.dice(`answer ${whom.standing.version}`);
  const { objectedTo, isObjectionDecided } = whom;
  if (objectedTo && !isObjectionDecided) {
    const said = { findingId: objectedTo.id, evidence: '家庭提交书面说明和证明材料。' };
    await whom.step(whom.caseworker, 'RecordObjection', said);
    planIn(day, dice.between(1, 8), 'DECIDE_OBJECTION', whom);
  } else {
    await whom.step(whom.caseworker, 'RecordNoObjection');
    planIn(day, dice.between(1, 3), 'CONCLUDE', whom);
  }
}

/** What the check centre cannot settle, nobody contests before it. */
function canBeContested(finding: Finding): boolean {
  return (finding.effect === 'BARS' || finding.effect === 'REVIEW') && isJudgeable(finding);
}

function earlier(one: CalendarDate, other: CalendarDate): CalendarDate {
  return one < other ? one : other;
}
