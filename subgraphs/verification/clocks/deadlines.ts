import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Program } from '../../eligibility/engine/facts/facts';
import type { Step } from '../process/steps';
import type { Verification } from '../process/verification';
import { awaitedOf } from './awaited-step';
import { daysAfter, monthsAfter } from './calendar-days';
import type { DeadlineName, DeadlineParameter, DeadlineParameters } from './deadlines-file';
import type { WorkingDays } from './working-days';

/** The last day of something. */
export interface LastDay {
  readonly on: CalendarDate;
  /** In Chinese: where the time is written, and what of it is assumed. */
  readonly basis: string;
}

/** By when the next step has to be done. */
export interface Deadline extends LastDay {
  readonly step: Step;
}

/** What the clock reads of a verification. */
export type Timed = Pick<Verification, 'state' | 'since' | 'acceptedOn' | 'startedOn'> & {
  readonly application: { readonly program: Program };
  readonly objections: readonly unknown[];
};

/** The deadlines of `deadlines.yaml`, on the working days of China. */
export class Deadlines {
  constructor(
    private readonly parameters: DeadlineParameters,
    private readonly workingDays: WorkingDays,
  ) {}

  /**
   * The step that a verification waits for, and by when: within that step's own time, and never later than the whole
   * case may take. Null where it waits for none.
   */
  deadlineOf(verification: Timed): Deadline | null {
    const awaited = awaitedOf(verification);
    if (!awaited) return null;
    const { step, within } = awaited;
    const whole = this.#inSuccession(wholeCaseOf(verification), verification.acceptedOn);
    if (within.length === 0) return { step, ...whole };
    const own = this.#inSuccession(within, awaited.from);
    return { step, ...(own.on <= whole.on ? own : whole) };
  }

  /** The last day on which a family that was told on a day may object. */
  objectionsUntil(notifiedOn: CalendarDate): CalendarDate {
    return this.lastDay('objection', notifiedOn).on;
  }

  /** The last day of a time that is counted from a day on. */
  lastDay(name: DeadlineName, from: CalendarDate): LastDay {
    const on = this.#after(this.parameters[name], from);
    return { on, basis: this.#basisOf(name, from, on) };
  }

  /** How long a time is, in Chinese. */
  lengthOf(name: DeadlineName): string {
    const { value, unit } = this.parameters[name];
    return `${value}${unitTerms[unit]}`;
  }

  /** One time after another, as the decision's after that to object. The basis is the last one's. */
  #inSuccession(names: readonly DeadlineName[], from: CalendarDate): LastDay {
    return names.reduce<LastDay>((before, name) => this.lastDay(name, before.on), { on: from, basis: '' });
  }

  #after({ value, unit }: DeadlineParameter, from: CalendarDate): CalendarDate {
    switch (unit) {
      case 'working-days':
        return this.workingDays.addWorkingDays(from, value);
      case 'days':
        return this.workingDays.onOrAfter(daysAfter(from, value));
      case 'months':
        // Nobody's right hangs on their last day, so it is not put off where it is a day off.
        return monthsAfter(from, value);
    }
  }

  #basisOf(name: DeadlineName, from: CalendarDate, on: CalendarDate): string {
    const { document, article, unit, effectiveFrom, assumed } = this.parameters[name];
    const notes = [
      ...(assumed ? ['期限为假定'] : []),
      ...(from < effectiveFrom ? ['施行前参照'] : []),
      ...(unit === 'months' || this.workingDays.areCertain(from, on)
        ? []
        : ['节假日安排尚未公布，仅按周末推算']),
    ];
    return `${document}${article ?? ''}：${this.lengthOf(name)}${notes.length > 0 ? `（${notes.join('；')}）` : ''}`;
  }
}

/** How long a whole case may take, in its parts. */
function wholeCaseOf({ objections, application }: Timed): readonly DeadlineName[] {
  if (objections.length > 0) return ['wholeCaseAfterObjection'];
  return application.program === 'SPECIAL_HARDSHIP_SUPPORT'
    ? ['hardshipOpinion', 'hardshipDecision']
    : ['wholeCase'];
}

/** Whether a deadline has passed by a day; the last day itself is still in time. */
export function overdue(deadline: LastDay | null, today: CalendarDate): boolean {
  return deadline !== null && deadline.on < today;
}

const unitTerms: Readonly<Record<DeadlineParameter['unit'], string>> = {
  'working-days': '个工作日',
  days: '日',
  months: '个月',
};
