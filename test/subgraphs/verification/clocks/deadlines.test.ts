import fc from 'fast-check';
import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { daysAfter } from '../../../../subgraphs/verification/clocks/calendar-days';
import { overdue, type Timed } from '../../../../subgraphs/verification/clocks/deadlines';
import { loadClocks } from '../../../../subgraphs/verification/clocks/load-clocks';
import { pathOf, states, type State } from '../../../../subgraphs/verification/process/steps';

const { deadlines, workingDays } = loadClocks();
const day = (written: string) => written as CalendarDate;

/** A verification that was accepted and commissioned on a Monday, and came into its state on the Wednesday after. */
function inState(state: State, changes: Partial<Timed> = {}): Timed {
  return {
    state,
    since: day('2025-03-05'),
    acceptedOn: day('2025-03-03'),
    startedOn: day('2025-03-03'),
    objections: [],
    application: { program: 'MINIMUM_LIVING_ALLOWANCE' },
    ...changes,
  };
}

function expectAwaited(verification: Timed, step: string | null, on: string | null): void {
  const deadline = deadlines.deadlineOf(verification);
  expect([deadline?.step ?? null, deadline?.on ?? null]).toEqual([step, on]);
}

describe('What a verification waits for, and until when', () => {
  test.each<[State, string | null, string | null]>([
    ['ACCEPTED', 'RECORD_AUTHORISATION', '2025-03-10'],
    ['AUTHORISED', 'START', '2025-03-10'],
    ['COMMISSIONED', 'ASK_MUNICIPAL', '2025-03-10'],
    ['MUNICIPAL_RUNNING', 'REPORT', '2025-03-07'],
    ['DISTRICT_RUNNING', 'REPORT', '2025-03-07'],
    ['COMPILED', 'REPORT', '2025-03-07'],
    ['FIELD_CHECK', 'CHECK_IN_FIELD', '2025-03-12'],
    ['REPORTED', 'NOTIFY', '2025-03-10'],
    ['NOTIFIED', 'CONCLUDE', '2025-03-26'],
    ['OBJECTED', 'DECIDE_OBJECTION', '2025-03-19'],
    ['RECHECKED', 'REPORT', '2025-03-11'],
    ['WITHDRAWN', 'CLOSE', '2025-04-08'],
    ['DECIDED', null, null],
    ['MONITORED', null, null],
    ['CLOSED', null, null],
  ])('%s waits for %s until %s', (state, step, on) => {
    expectAwaited(inState(state), step, on);
  });

  test('is a step that may be made in its state, or the report that follows', () => {
    for (const state of states) {
      const deadline = deadlines.deadlineOf(inState(state));
      if (!deadline || deadline.step === 'REPORT') continue;
      expect([state, pathOf(deadline.step, state)]).not.toEqual([state, null]);
    }
  });

  test('is due no later than the 15 and 15 working days of special hardship support', () => {
    const application = { program: 'SPECIAL_HARDSHIP_SUPPORT' } as const;
    const late = inState('NOTIFIED', { since: day('2025-04-10'), application });
    expectAwaited(late, 'CONCLUDE', '2025-04-15');
  });

  test('is due no later than the whole case, 25 working days after acceptance', () => {
    const late = inState('NOTIFIED', { since: day('2025-04-02') });
    expectAwaited(late, 'CONCLUDE', '2025-04-08');
    expect(deadlines.deadlineOf(late)?.basis).toContain('25个工作日');
  });

  test('may take 40 working days once the family has objected', () => {
    expectAwaited(
      inState('NOTIFIED', { since: day('2025-04-02'), objections: ['the car was sold'] }),
      'CONCLUDE',
      '2025-04-23',
    );
    expectAwaited(
      inState('NOTIFIED', { since: day('2025-04-22'), objections: ['the car was sold'] }),
      'CONCLUDE',
      '2025-04-28',
    );
  });

  test('counts the report from the commission, however often registries were asked since', () => {
    expectAwaited(inState('DISTRICT_RUNNING', { since: day('2025-03-20') }), 'REPORT', '2025-03-07');
    expectAwaited(inState('DISTRICT_RUNNING', { startedOn: null }), 'REPORT', '2025-03-11');
  });

  test('passes over the Spring Festival', () => {
    const since = day('2018-02-13');
    const accepted = inState('ACCEPTED', { since, acceptedOn: since, startedOn: null });
    expectAwaited(accepted, 'RECORD_AUTHORISATION', '2018-02-23');
  });
});

describe('The last day to object', () => {
  test('is the seventh, or the first working day after it where that is a day off', () => {
    expect(deadlines.objectionsUntil(day('2025-03-05'))).toBe('2025-03-12');
    expect(deadlines.objectionsUntil(day('2025-03-01'))).toBe('2025-03-10');
    expect(deadlines.objectionsUntil(day('2018-02-09'))).toBe('2018-02-22');
  });
});

describe('Where a deadline is written down', () => {
  test('says document, article and time', () => {
    expect(deadlines.deadlineOf(inState('AUTHORISED'))?.basis).toBe(
      '最低生活保障审核确认办法（民发〔2021〕57号）第十五条：3个工作日',
    );
  });

  test('says that the time is assumed, and that the document was not in force yet', () => {
    expect(deadlines.lastDay('report', day('2025-03-03')).basis).toContain('（期限为假定）');
    expect(deadlines.lastDay('notice', day('2018-03-05')).basis).toContain('（期限为假定；施行前参照）');
  });

  test('says that the holidays are not announced yet', () => {
    expect(deadlines.lastDay('start', day('2026-12-30'))).toEqual({
      on: '2027-01-04',
      basis:
        '最低生活保障审核确认办法（民发〔2021〕57号）第十五条：3个工作日（节假日安排尚未公布，仅按周末推算）',
    });
  });

  test('says to the family how long it has', () => {
    expect(deadlines.lengthOf('objection')).toBe('7日');
    expect(deadlines.lengthOf('reportValidity')).toBe('6个月');
  });

  test('counts months to the same day, or the last of the month', () => {
    expect(deadlines.lastDay('deathSettled', day('2024-11-30')).on).toBe('2025-02-28');
    expect(deadlines.lastDay('reportValidity', day('2025-03-05')).on).toBe('2025-09-05');
  });
});

describe('A deadline', () => {
  test('is overdue from the day after its last', () => {
    const deadline = deadlines.deadlineOf(inState('REPORTED'));
    expect(['2025-03-09', '2025-03-10', '2025-03-11'].map((today) => overdue(deadline, day(today)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(overdue(null, day('2025-03-11'))).toBe(false);
  });

  test('is always a working day, and never after the whole case’s', () => {
    const aDay = fc.integer({ min: 0, max: 3_600 }).map((days) => daysAfter(day('2016-01-01'), days));
    fc.assert(
      fc.property(
        fc.constantFrom(...states),
        aDay,
        fc.nat(60),
        fc.boolean(),
        (state, acceptedOn, later, objected) => {
          const since = daysAfter(acceptedOn, later);
          const deadline = deadlines.deadlineOf({
            ...{ state, since, acceptedOn, startedOn: null, objections: objected ? ['one'] : [] },
            application: { program: 'MINIMUM_LIVING_ALLOWANCE' },
          });
          if (!deadline) return;
          expect(workingDays.isWorkingDay(deadline.on)).toBe(true);
          expect(workingDays.workingDaysBetween(acceptedOn, deadline.on)).toBeLessThanOrEqual(
            objected ? 40 : 25,
          );
        },
      ),
      { seed: 20180702, numRuns: 300 },
    );
  });
});
